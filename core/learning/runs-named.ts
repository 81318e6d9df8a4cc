import type { RunLink } from "./step-evidence.ts";

/** So many runs are named one by one; of more, the others are only counted. */
const mostNamed = 12;

/** The newest of the runs that show something, oldest first, and how many more there are. */
export function runsNamed(runs: readonly RunLink[]): {
  readonly named: readonly RunLink[];
  readonly more: number;
} {
  return { named: runs.slice(-mostNamed), more: Math.max(0, runs.length - mostNamed) };
}
