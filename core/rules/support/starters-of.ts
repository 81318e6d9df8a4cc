import type { ParsedProcess } from "../../definition/index.ts";
import { rememberEach } from "../../remember-each.ts";

/** A step that starts a process, and the process it is written in. */
export interface Starter {
  readonly above: ParsedProcess;
  /** Its place among the steps there. */
  readonly index: number;
  readonly step: string;
}

type Processes = ReadonlyMap<string, ParsedProcess>;

/** The steps of the handbook that start a process, in path order. */
export function startersOf(id: string, processes: Processes): readonly Starter[] {
  return startersIn(processes).get(id) ?? [];
}

/** All of them, by the process that they start. */
const startersIn = rememberEach((processes: Processes): ReadonlyMap<string, readonly Starter[]> => {
  const found = new Map<string, Starter[]>();
  for (const above of processes.values())
    for (const [index, { id: step, process }] of (above.draft.steps ?? []).entries()) {
      if (process === undefined || step === undefined) continue;
      const starters = found.get(process) ?? [];
      starters.push({ above, index, step });
      found.set(process, starters);
    }
  return found;
});
