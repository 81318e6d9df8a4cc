import { inspect } from "node:util";

/** What bundlers and Astro say of a mistake in a file, besides the message. */
interface LocatedError extends Error {
  readonly loc?: { readonly file?: string; readonly line?: number; readonly column?: number };
  readonly hint?: string;
  readonly code?: string;
}

/**
 * Why a build failed, in lines to print. What the system or a file is to blame for is told in short, with the place and
 * the hint where they are known; for all else it is told how we came there, the message last, where it is read first.
 */
export function failureText(error: unknown): string {
  if (!(error instanceof Error)) return `${String(error)}\n`;
  const { message, loc, hint, code }: LocatedError = error;
  if (loc?.file === undefined && hint === undefined && typeof code !== "string")
    return `${inspect(error)}\n\n${message}\n`;
  const place = loc?.file && [loc.file, loc.line, loc.column].filter((part) => part !== undefined).join(":");
  return [place, message, hint]
    .filter((line) => line)
    .join("\n")
    .concat("\n");
}
