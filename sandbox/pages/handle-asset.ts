import type { ServerResponse } from "node:http";
import type { World } from "../world.ts";

export function handleAsset(_world: World, _pathname: string, _response: ServerResponse): boolean {
  return false;
}
