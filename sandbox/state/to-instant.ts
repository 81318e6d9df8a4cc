import type { Instant } from "./types.ts";

/** GitHub's timestamps carry whole seconds: several things happen "at the same time", and clients must cope. */
export function toInstant(iso: string): Instant {
  return `${new Date(iso).toISOString().slice(0, 19)}Z`;
}
