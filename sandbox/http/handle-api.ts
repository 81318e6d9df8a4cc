import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { FaultRule } from "../faults.ts";
import type { World } from "../world.ts";
import { type Answer, errorAnswer } from "./answer.ts";
import type { ApiRequest, RefusedRequest } from "./api-request.ts";
import { sendAnswer } from "./send-answer.ts";

/** Performs one API request with whatever faults strike it, answers, and writes it into the call log. */
export async function handleApi(
  world: World,
  request: ApiRequest | RefusedRequest,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const at = world.clock.now();
  const login = request.actor?.account.login ?? (request.operation.startsWith("apps/") ? "app" : "");
  if (login !== "") world.limits.count(login, Date.parse(at));
  const answer = "answer" in request ? request.answer : await performWithFaults(world, request, login);
  const tally = "tally" in request ? request.tally.creations : 0;
  world.limits.countCreations(login, tally, Date.parse(at));
  const { kind, method, path, operation } = request;
  const write = "write" in request && request.write;
  const status = answer === "dropped" ? 0 : sendAnswer(world, request.actor, answer, incoming, outgoing);
  if (answer === "dropped") outgoing.destroy();
  world.calls.add({ at, actor: login, kind, method, path, operation, write, status, creates: tally });
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
  if (before !== undefined) return answerOf(before);
  const answer = await request.perform();
  const after = rules.find(({ effect }) => effect === "status-after" || effect === "drop-after");
  return after === undefined ? answer : answerOf(after);
}

function answerOf(rule: FaultRule): Answer | "dropped" {
  if (rule.effect.startsWith("drop")) return "dropped";
  // Rate errors of GraphQL come as HTTP 200: https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
  if (rule.effect === "graphql-rate-limit") {
    const message = rule.message ?? "API rate limit exceeded";
    return { status: 200, body: { errors: [{ type: "RATE_LIMITED", message }] } };
  }
  const { status = 502, retryAfter } = rule;
  const headers = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
  return errorAnswer(status, rule.message ?? defaultMessages[status] ?? "Server Error", { headers });
}

const defaultMessages: Readonly<Record<number, string>> = {
  403: "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
  429: "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
};
