import type { ServerResponse } from "node:http";
import type { World } from "../world.ts";
import type { Answer } from "./answer.ts";
import { completeAnswer, type WireAnswer } from "./complete-answer.ts";

/** Writes an answer that is nobody's API request: of the controls, and for what went wrong. */
export function sendAnswer(world: World, answer: Answer, response: ServerResponse): void {
  sendWire(completeAnswer(world, null, answer, { method: "", ifNoneMatch: undefined }, "core"), response);
}

export function sendWire(answer: WireAnswer, response: ServerResponse): void {
  response.writeHead(answer.status, answer.headers);
  response.end(answer.text === "" ? undefined : answer.text);
}
