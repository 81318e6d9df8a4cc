import { civilToday } from "../../calendar/index.ts";
import type { StartRequest } from "../../form/index.ts";
import type { RunPlan } from "../../plan/index.ts";
import type { RunInput } from "../decide.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { filesOf } from "./files-of.ts";

/** The ledger of a run that has not begun. `shown` is the one that stands below its plan already, where the plan is still that of the same start. */
export function newLedger(
  request: StartRequest,
  plan: RunPlan,
  { observed, handbook, now }: RunInput,
  shown: Ledger | undefined,
): Ledger {
  const own = plan.tasks.filter((task) => !task.step.includes("/"));
  const inputs = {
    process: plan.process,
    anchorDate: request.anchorDate,
    answers: request.answers,
    peopleByRole: request.peopleByRole,
  };
  const latest = observed.run.comments.reduce((most, { number }) => Math.max(most, number), 0);
  return {
    version: 2,
    ...inputs,
    revision: handbook.revision,
    files: filesOf(plan.process, handbook.handbook.processes),
    checkedOn: civilToday(now, handbook.handbook.config.timeZone),
    startedBy: observed.run.author,
    // What is shown already is not written anew for this; whoever begins is noted when the run does.
    startedById: shown ? shown.startedById : observed.run.authorId,
    startedAt: null,
    goAfter: shown?.goAfter ?? latest,
    baseline: new Map(
      own.map(({ step, plannedStart, dueDate, assignees }) => [
        step,
        { start: plannedStart, due: dueDate, people: assignees },
      ]),
    ),
    issues: new Map(),
    entries: [],
  };
}
