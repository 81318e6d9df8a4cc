import type { ParsedProcess } from "../../definition/index.ts";

/** A step that starts a process, and the process it is written in. */
export interface Starter {
  readonly above: ParsedProcess;
  /** Its place among the steps there. */
  readonly index: number;
  readonly step: string;
}

/** The steps of the handbook that start a process, in path order. */
export function startersOf(id: string, processes: ReadonlyMap<string, ParsedProcess>): Starter[] {
  return [...processes.values()].flatMap((above) =>
    (above.draft.steps ?? []).flatMap(({ id: step, process }, index) =>
      process === id && step !== undefined ? [{ above, index, step }] : [],
    ),
  );
}
