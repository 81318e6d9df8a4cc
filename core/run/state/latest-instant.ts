import type { Instant } from "../../metrics/index.ts";

/** The last of some instants; empty texts are passed over, and without any it is empty. */
export function latestInstant(instants: readonly Instant[]): Instant {
  return instants.reduce((last, instant) => (instant > last ? instant : last), "");
}
