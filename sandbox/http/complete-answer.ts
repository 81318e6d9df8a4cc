import { hash, randomUUID } from "node:crypto";
import type { Actor } from "../state/types.ts";
import type { World } from "../world.ts";
import type { Answer } from "./answer.ts";
import type { Resource } from "./rate-limits.ts";

/** An answer as it goes over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Empty when the answer has no body. */
  readonly text: string;
}

/** Makes JSON of an answer and adds GitHub's headers; 304 when the client has this very answer already. */
export function completeAnswer(
  world: World,
  actor: Actor | null,
  answer: Answer,
  request: { readonly method: string; readonly ifNoneMatch: string | undefined },
  resource: Resource,
): WireAnswer {
  const text = answer.body === undefined ? "" : JSON.stringify(answer.body);
  const now = world.clock.now();
  const readable = request.method === "GET" && answer.status === 200;
  const etag = readable ? `W/"${hash("sha256", text)}"` : undefined;
  const unchanged = etag !== undefined && request.ifNoneMatch === etag;
  const hasBody = text !== "" && !unchanged;
  return {
    status: unchanged ? 304 : answer.status,
    headers: {
      date: new Date(now).toUTCString(),
      "x-github-request-id": randomUUID().toUpperCase(),
      "x-github-media-type": "github.v3; format=json",
      "x-github-api-version-selected": "2022-11-28",
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=0, must-revalidate",
      ...rateHeaders(world, actor, now, resource),
      ...(etag !== undefined && { etag }),
      ...(hasBody && { "content-type": "application/json; charset=utf-8" }),
      ...answer.headers,
    },
    text: hasBody ? text : "",
  };
}

function rateHeaders(
  world: World,
  actor: Actor | null,
  now: string,
  resource: Resource,
): Record<string, string> {
  if (actor === null) return {};
  const { limit, used, remaining, reset } = world.limits.status(
    actor.account.login,
    actor.kind,
    Date.parse(now),
    resource,
  );
  return {
    "x-ratelimit-limit": String(limit),
    "x-ratelimit-remaining": String(remaining),
    "x-ratelimit-used": String(used),
    "x-ratelimit-reset": String(reset),
    "x-ratelimit-resource": resource,
  };
}
