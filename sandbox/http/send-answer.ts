import { createHash, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Actor } from "../state/types.ts";
import type { World } from "../world.ts";
import type { Answer } from "./answer.ts";

/** Writes a JSON answer with the headers GitHub adds; returns the status that was sent (304 when nothing changed). */
export function sendAnswer(
  world: World,
  actor: Actor | null,
  answer: Answer,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): number {
  const text = answer.body === undefined ? "" : JSON.stringify(answer.body);
  const now = world.clock.now();
  const headers: Record<string, string> = {
    date: new Date(now).toUTCString(),
    "x-github-request-id": randomUUID().toUpperCase(),
    "x-github-media-type": "github.v3; format=json",
    "x-github-api-version-selected": "2022-11-28",
    "x-content-type-options": "nosniff",
    "cache-control": "private, max-age=0, must-revalidate",
    ...rateHeaders(world, actor, now),
    ...answer.headers,
  };
  const readable = incoming.method === "GET" && answer.status === 200;
  if (readable) headers["etag"] = `W/"${createHash("sha256").update(text).digest("hex")}"`;
  const unchanged = readable && incoming.headers["if-none-match"] === headers["etag"];
  const status = unchanged ? 304 : answer.status;
  const hasBody = text !== "" && !unchanged;
  if (hasBody) headers["content-type"] = "application/json; charset=utf-8";
  outgoing.writeHead(status, headers);
  outgoing.end(hasBody ? text : undefined);
  return status;
}

function rateHeaders(world: World, actor: Actor | null, now: string): Record<string, string> {
  if (actor === null) return {};
  const { limit, used, remaining, reset } = world.limits.status(
    actor.account.login,
    actor.kind,
    Date.parse(now),
  );
  return {
    "x-ratelimit-limit": String(limit),
    "x-ratelimit-remaining": String(remaining),
    "x-ratelimit-used": String(used),
    "x-ratelimit-reset": String(reset),
    "x-ratelimit-resource": "core",
  };
}
