/** How much a problem matters: an error stops the process from being used, a warning and advice do not. */
export type Severity = "error" | "warning" | "advice";

/** A place in a file of the handbook. Lines and columns count from 1, as editors show them. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Something a person wrote that the handbook cannot use, or had better not.
 * The message says what was found, what was expected and what to do; `problemId` never changes.
 */
export interface Problem extends Place {
  readonly problemId: string;
  readonly severity: Severity;
  readonly message: string;
  /** The other place a cycle or a duplicate is about; absent for most problems. */
  readonly related?: Place;
}

/** Thrown when Handrail itself is wrong. What a person got wrong is a {@link Problem}, never an exception. */
export class InternalError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(
      `${message} This is a mistake in Handrail, not in your handbook: please report it with the text above.`,
      options,
    );
    this.name = "InternalError";
  }
}

/** File order: by file, then line, then column, then id, so that two checks of one handbook print alike. */
export function inFileOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.problemId, b.problemId),
  );
}

/** Tells which problems stand in none of those that were there before. Lines do not count: they move with every edit above them. */
export function isNewBeside(before: readonly Problem[]): (problem: Problem) => boolean {
  const known = new Set(before.map(apartFromLine));
  return (problem) => !known.has(apartFromLine(problem));
}

function apartFromLine({ file, problemId, message }: Problem): string {
  return JSON.stringify([file, problemId, message]);
}

/** True when at least one problem stops the process from being used. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "error");
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
