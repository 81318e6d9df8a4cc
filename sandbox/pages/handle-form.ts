import type { IncomingMessage, ServerResponse } from "node:http";
import type { World } from "../world.ts";

export async function handleForm(
  _world: World,
  _pathname: string,
  _text: string,
  _request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.writeHead(404).end();
}
