/** What a command may reach of the world around it; tests pass their own. */
export interface Terminal {
  /** Results. */
  readonly out: (text: string) => void;
  /** Messages about the run of the command itself. */
  readonly err: (text: string) => void;
  /** The moment now, as an ISO instant. */
  readonly now: () => string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Asks whoever sits there for a line; absent where nobody does. */
  readonly ask?: ((question: string) => Promise<string>) | undefined;
}

/** Exit codes: fine, problems found, wrong usage. */
export const exitCodes = { fine: 0, problems: 1, usage: 2 } as const;

/** The command was called wrongly; the message says what was expected. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
