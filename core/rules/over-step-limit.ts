import { parseDue, parseQuantity, timesInWindow } from "../calendar/index.ts";
import { everyUnits, mostSteps, type StepShape } from "../definition/index.ts";
import { count } from "../text/index.ts";
import type { ProcessRule } from "./rule.ts";

const steps = (number: number) =>
  `steps:\n${Array.from({ length: number }, (_, index) => `  - { id: part-${index + 1}, title: Write part ${index + 1}, role: author }`).join("\n")}`;

/** More steps than GitHub lets one issue have. */
export const overStepLimit: ProcessRule = {
  id: "over-step-limit",
  scope: "process",
  severity: "error",
  purpose: `A process has at most ${mostSteps} steps.`,
  why: "Every step becomes a sub-issue of the run, and GitHub allows a hundred of them. The run could not be started.",
  examples: [
    {
      title: "A hundred and one steps",
      wrong: { process: steps(mostSteps + 1) },
      at: "- { id: part-1,",
      right: { process: steps(3) },
    },
  ],
  check: ({ draft, frontMatter }) => {
    const number = (draft.steps ?? []).reduce((sum, step) => sum + timesOf(step), 0);
    if (number <= mostSteps) return [];
    const message = `${count(number, "step")}, expected at most ${mostSteps}, as many as GitHub allows in one run; move some into a child process.`;
    return [{ ...frontMatter.positionOf(["steps"]), message }];
  },
};

/** How many steps of a run one written step is at least: the times in its window; a list may have more than one item, or none. */
function timesOf({ every, due }: Partial<Pick<StepShape, "every" | "due">>): number {
  const distance = every === undefined ? undefined : parseQuantity(every, everyUnits);
  const window = due === undefined ? undefined : parseDue(due);
  const times = distance && window?.opens && timesInWindow(window.opens, window.due, distance);
  // A window with more times than a run has steps is told by itself.
  return times && times.length <= mostSteps ? times.length : 1;
}
