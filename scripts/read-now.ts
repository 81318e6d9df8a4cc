import { Temporal } from "../core/temporal.ts";
import { type Terminal, UsageError } from "./terminal.ts";

/** The moment now. `HANDRAIL_NOW` can set another one; a text that is no instant there is wrong usage. */
export function readNow(terminal: Terminal): string {
  const now = terminal.now();
  try {
    return Temporal.Instant.from(now).toString();
  } catch {
    throw new UsageError(
      `Unexpected HANDRAIL_NOW \`${now}\`, expected a moment with its time zone, such as \`2026-12-01T08:00:00Z\`.`,
    );
  }
}
