import type { Actor } from "./response-types.ts";

/**
 * Whose texts count as written by the bot: only those of the account it acts as, or those of every app. The second is for
 * reading alone, with a token that is not the bot's; apps are installed by administrators only.
 */
export type Trust = "own" | "apps";

/** The account the bot acts as. */
export interface Viewer {
  /** Login without the `[bot]` that GitHub's REST answers and webhooks add to it. */
  readonly login: string;
  /** Whether a login, with or without `[bot]`, is the bot's own; a missing one is not. */
  is(login: string | undefined): boolean;
  /** Whether what this account does counts as done by the bot; what nobody did does not. */
  owns(actor: Actor | null | undefined): boolean;
}

/** The viewer of a login as GitHub gives it. */
export function viewerOf(login: string, trust: Trust = "own"): Viewer {
  const own = plainLogin(login);
  const is = (other: string | undefined) => other !== undefined && plainLogin(other) === own;
  return {
    login: own,
    is,
    owns: (actor) => is(actor?.login) || (trust === "apps" && isApp(actor)),
  };
}

/** Whether an account is an app's. */
export function isApp(actor: Actor | null | undefined): boolean {
  return actor?.__typename === "Bot";
}

function plainLogin(login: string): string {
  return login.toLowerCase().replace(/\[bot\]$/, "");
}
