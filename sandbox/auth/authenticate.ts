import { type Answer, errorAnswer } from "../http/answer.ts";
import type { Actor } from "../state/types.ts";
import type { World } from "../world.ts";
import { verifyAppToken } from "./verify-app-token.ts";

export type Authentication =
  | { readonly as: "actor"; readonly actor: Actor }
  /** The App itself, by its key. */
  | { readonly as: "app" }
  | { readonly as: "nobody"; readonly answer: Answer };

/** Who sends a request, by its `Authorization` header: `token …` or `Bearer …`. */
export function authenticate(world: World, header: string | undefined): Authentication {
  const [, token] = /^(?:token|bearer) +(\S+)$/i.exec(header ?? "") ?? [];
  if (token === undefined) return { as: "nobody", answer: errorAnswer(401, "Requires authentication") };
  const now = world.clock.now();
  if (!token.includes(".")) {
    const actor = world.credentials.actorOf(token, now);
    return actor === undefined
      ? { as: "nobody", answer: errorAnswer(401, "Bad credentials") }
      : { as: "actor", actor };
  }
  const { app } = world.state;
  const check = {
    appId: app.id,
    clientId: `Iv1.sandbox${app.id}`,
    privateKey: world.credentials.privateKey(),
  };
  const problem = verifyAppToken(token, { ...check, now });
  // An App signs by the machine's clock, which may be far from the sandbox's: good by either is good.
  const isGood =
    problem === null || verifyAppToken(token, { ...check, now: new Date().toISOString() }) === null;
  return isGood ? { as: "app" } : { as: "nobody", answer: errorAnswer(401, problem) };
}
