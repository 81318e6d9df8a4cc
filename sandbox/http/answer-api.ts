import { setTimeout as sleep } from "node:timers/promises";
import type { FaultRule } from "../faults.ts";
import { prepareGraphqlRequest } from "../graphql/prepare-graphql-request.ts";
import { prepareRestRequest } from "../rest/prepare-rest-request.ts";
import type { World } from "../world.ts";
import { type Answer, errorAnswer } from "./answer.ts";
import type { ApiMessage, ApiRequest, RefusedRequest } from "./api-request.ts";
import { completeAnswer, type WireAnswer } from "./complete-answer.ts";

/**
 * Answers one API request, with whatever faults strike it, and writes it into the call log.
 * "dropped" means that the connection is cut instead.
 */
export async function answerApi(world: World, message: ApiMessage): Promise<WireAnswer | "dropped"> {
  try {
    return await answerAndLog(world, message);
  } finally {
    world.endSpan(message.span);
  }
}

async function answerAndLog(world: World, message: ApiMessage): Promise<WireAnswer | "dropped"> {
  const request = prepare(world, message);
  const at = world.clock.now();
  const login = request.actor?.account.login ?? (request.operation.startsWith("apps/") ? "app" : "");
  const points = ("points" in request ? request.points : undefined) ?? 0;
  const resource = request.kind === "graphql" ? "graphql" : "core";
  if (login !== "") world.limits.count(login, Date.parse(at), resource, resource === "graphql" ? points : 1);
  const answer = "answer" in request ? request.answer : await performWithFaults(world, request, login);
  const { creations } = message.span;
  world.limits.countCreations(login, creations, Date.parse(at));
  const wire =
    answer === "dropped" ? answer : completeAnswer(world, request.actor, answer, message, resource);
  const { kind, method, path, operation } = request;
  const write = "write" in request && request.write;
  const status = wire === "dropped" ? 0 : wire.status;
  world.calls.add({
    at,
    actor: login,
    kind,
    method,
    path,
    operation,
    write,
    points,
    status,
    creates: creations,
  });
  return wire;
}

/** Whether a path below the base path is the API's. */
export function isApiPath(path: string): boolean {
  return path === "/api/graphql" || path.startsWith("/api/v3");
}

function prepare(world: World, message: ApiMessage): ApiRequest | RefusedRequest {
  return message.path === "/api/graphql"
    ? prepareGraphqlRequest(world, message)
    : prepareRestRequest(world, message);
}

async function performWithFaults(
  world: World,
  request: ApiRequest,
  actor: string,
): Promise<Answer | "dropped"> {
  const refused = request.write ? world.limits.refuseWrite(actor, Date.parse(world.clock.now())) : null;
  if (refused !== null) return refused;
  const { kind, method, path, operation, write } = request;
  const rules = world.faults.strike({ kind, method, path, operation, write, actor });
  for (const rule of rules) if (rule.effect === "delay") await sleep(rule.delayMs ?? 0);
  const before = rules.find(({ effect }) =>
    ["status-before", "drop-before", "graphql-rate-limit"].includes(effect),
  );
  if (before !== undefined) return answerOf(before, world);
  if (write) world.history.beforeWrite();
  const answer = await request.perform({
    seen: world.history.seenBy(rules),
    failing: rules.flatMap((rule) => (rule.effect === "partial" ? (rule.fields ?? [1]) : [])),
    budget: rules.flatMap((rule) => (rule.effect === "resource-limited" ? [rule.budget ?? 20] : []))[0],
  });
  const after = rules.find(({ effect }) => effect === "status-after" || effect === "drop-after");
  return after === undefined ? answer : answerOf(after, world);
}

function answerOf(rule: FaultRule, world: World): Answer | "dropped" {
  if (rule.effect.startsWith("drop")) return "dropped";
  const headers = headersOf(rule, Date.parse(world.clock.now()));
  // Rate errors of GraphQL come as HTTP 200: https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
  if (rule.effect === "graphql-rate-limit") {
    const message = rule.message ?? "API rate limit exceeded";
    return { status: 200, headers, body: { errors: [{ type: "RATE_LIMITED", message }] } };
  }
  const { status = 502 } = rule;
  return errorAnswer(status, rule.message ?? defaultMessages[status] ?? "Server Error", { headers });
}

function headersOf({ retryAfter, resetAfter }: FaultRule, nowMs: number): Record<string, string> {
  return {
    ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }),
    ...(resetAfter !== undefined && {
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": String(Math.ceil(nowMs / 1000) + resetAfter),
    }),
  };
}

const defaultMessages: Readonly<Record<number, string>> = {
  401: "Bad credentials",
  403: "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
  429: "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
};
