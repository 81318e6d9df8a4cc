/** The account the bot acts as. */
export interface Viewer {
  /** Login without the `[bot]` that GitHub's REST answers and webhooks add to it. */
  readonly login: string;
  /** Whether a login, with or without `[bot]`, is the bot's own; a missing one is not. */
  is(login: string | undefined): boolean;
}

/** The viewer of a login as GitHub gives it. */
export function viewerOf(login: string): Viewer {
  const own = plainLogin(login);
  return { login: own, is: (other) => other !== undefined && plainLogin(other) === own };
}

function plainLogin(login: string): string {
  return login.toLowerCase().replace(/\[bot\]$/, "");
}
