import type { StepOfRun } from "../metrics/index.ts";
import type { Flow } from "./flow.ts";

/** What is said in the card of a step. */
export interface RunFlowWords {
  /** Who has it, in words. */
  readonly who: readonly string[];
  /** Where it stands. */
  readonly stands: string;
}

/**
 * The flow of a run as it was recorded, which may have steps that its process has not: what waits for what, and where each step
 * stands. Without edges for a record of version 1, which does not say what waits for what.
 */
export function flowOfRun(
  title: string,
  steps: readonly StepOfRun[],
  wordsOf: (step: StepOfRun) => RunFlowWords,
): Flow {
  return {
    title,
    nodes: steps.map((step) => {
      const { who, stands } = wordsOf(step);
      return {
        id: step.task.step,
        title: step.task.title,
        kind: step.task.kind,
        roleTitles: who,
        phase: step.task.phase,
        conditional: false,
        standing: { state: step.state, words: stands },
      };
    }),
    edges: steps.flatMap(({ task, followers }) =>
      followers.map(({ step }) => ({ from: task.step, to: step })),
    ),
  };
}
