import { idPattern } from "./id-pattern.ts";
import type { StepId } from "./process-definition.ts";

/** A step of a process beside one, where both are started by steps of the same process. */
export interface SiblingStep {
  /** The step of the process above that starts the one beside. */
  readonly starter: StepId;
  /** The step of the process that it starts. */
  readonly step: StepId;
}

/** What `after` names beside the steps of its own process: `program-lead/tell-grants`. Nothing for anything else. */
export function readSiblingStep(written: string): SiblingStep | undefined {
  const [starter = "", step = "", ...more] = written.split("/");
  return more.length === 0 && [starter, step].every((id) => idPattern.test(id))
    ? { starter, step }
    : undefined;
}
