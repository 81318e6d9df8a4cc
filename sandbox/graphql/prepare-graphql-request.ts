import { authenticate } from "../auth/authenticate.ts";
import { errorAnswer } from "../http/answer.ts";
import type { ApiMessage, ApiRequest, RefusedRequest } from "../http/api-request.ts";
import { toInstant } from "../state/to-instant.ts";
import type { Actor } from "../state/types.ts";
import type { World } from "../world.ts";
import { createStrikes } from "./create-strikes.ts";
import { executeGraphql, type GraphqlRequest, prepareGraphql } from "./execute-graphql.ts";

/** Understands a request to the GraphQL address: who asks, and a document that fits GitHub's schema. */
export function prepareGraphqlRequest(world: World, message: ApiMessage): ApiRequest | RefusedRequest {
  const { method, text, span } = message;
  const base = { kind: "graphql", method, path: "/graphql" } as const;
  const refuse = (
    answer: RefusedRequest["answer"],
    operation = "",
    actor: RefusedRequest["actor"] = null,
  ) => ({
    ...base,
    operation,
    actor,
    answer,
  });
  const authentication = authenticate(world, message.authorization);
  if (authentication.as === "nobody") return refuse(authentication.answer);
  if (authentication.as === "app")
    return refuse(errorAnswer(401, "This endpoint requires you to be authenticated."));
  const { actor } = authentication;
  if (method !== "POST") return refuse(errorAnswer(404, "Not Found"), "", actor);
  if (text === null) return refuse(errorAnswer(413, "Payload too large"), "", actor);
  const request = parseRequest(text);
  if (request === undefined) return refuse(errorAnswer(400, "Problems parsing JSON"), "", actor);

  const prepared = prepareGraphql(request);
  if ("errors" in prepared) return refuse({ status: 200, body: prepared }, "", actor);
  return {
    ...base,
    operation: prepared.name,
    write: prepared.isMutation,
    points: prepared.points,
    actor,
    perform: async ({ seen, failing, budget }) => {
      const act = { ...world.actAs(actor, span), state: prepared.isMutation ? world.state : seen };
      const strikes = createStrikes(failing, budget);
      const context = {
        act,
        urls: world.urls,
        head: world.head,
        rateLimit: { ...rateLimitOf(world, actor), cost: prepared.points },
        strikes,
      };
      return { status: 200, body: await executeGraphql(prepared.document, request, context) };
    },
  };
}

function rateLimitOf(world: World, actor: Actor) {
  const nowMs = Date.parse(world.clock.now());
  const { limit, remaining, used, reset } = world.limits.status(
    actor.account.login,
    actor.kind,
    nowMs,
    "graphql",
  );
  return { limit, remaining, used, resetAt: toInstant(new Date(reset * 1000).toISOString()) };
}

function parseRequest(text: string): GraphqlRequest | undefined {
  try {
    const value = JSON.parse(text) as GraphqlRequest | null;
    return typeof value?.query === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}
