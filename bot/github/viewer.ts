import type { Actor, ViewerData } from "./response-types.ts";

/**
 * Whose texts count as written by the bot: only those of the account it acts as, or those of every app. The second is for
 * reading alone, with a token that is not the bot's; apps are installed by administrators only.
 */
export type Trust = "own" | "apps";

/** The account the bot acts as. It is known by its id: a login is a text that another account may take over or resemble. */
export interface Viewer {
  /** Database id of the account; null when GitHub does not give one. */
  readonly id: number | null;
  /** Whether an id is that of the bot's account. */
  is(id: number | null | undefined): boolean;
  /** Whether what this account does counts as done by the bot; what nobody did does not. */
  owns(actor: Actor | null | undefined): boolean;
}

/** The viewer as GitHub gives it. */
export function viewerOf({ databaseId }: ViewerData, trust: Trust = "own"): Viewer {
  const is = (id: number | null | undefined) => databaseId !== null && id === databaseId;
  return {
    id: databaseId,
    is,
    owns: (actor) => is(actor?.databaseId) || (trust === "apps" && isApp(actor)),
  };
}

/** Whether an account is an app's. */
export function isApp(actor: Actor | null | undefined): boolean {
  return actor?.__typename === "Bot";
}
