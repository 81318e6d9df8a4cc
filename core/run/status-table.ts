import { civilToday } from "../calendar/index.ts";
import type { RunPlan } from "../plan/index.ts";
import { type Markdown, md, type StatusRow, text } from "../text/index.ts";
import { isSamePerson } from "./people/is-same-person.ts";
import { settledReaction } from "./record/respond-of.ts";
import type { RunHandbook } from "./run-handbook.ts";
import { isLeftUnapproved } from "./state/approvals-in-wait.ts";
import { isOver, type TaskState } from "./state/task-state.ts";
import { outsideOf } from "./state/turn-of.ts";
import type { StatusFacts } from "./status-comment.ts";

/** Steps as a table, in their order; nothing where there are none. */
export function statusTable(tasks: readonly TaskState[], facts: StatusFacts): Markdown {
  return tasks.length === 0 ? md`` : text.status.table(tasks.map((task) => rowOf(task, facts)));
}

/** The plan as a table, before any issue exists. */
export function planTable(plan: RunPlan, handbook: RunHandbook): Markdown {
  const byPhase = Map.groupBy(plan.tasks, ({ phase }) => phase);
  return text.status.table(
    [...byPhase.values()].flat().map((task) => ({
      title: task.title,
      phase: task.phase,
      issue: undefined,
      people: task.assignees,
      outside: outsideOf({ task: { people: task.assignees, roles: task.roles }, handbook }),
      dueDate: task.dueDate,
      dueTime: task.dueTime,
      isStrict: task.strict === true,
      expectedDate: undefined,
      isHeldUp: false,
      baselineDueDate: task.dueDate,
      endedOn: undefined,
      state: "planned",
      isConditional: task.conditional,
      agreed: [],
      decided: undefined,
    })),
  );
}

function rowOf(task: TaskState, facts: StatusFacts): StatusRow {
  const { handbook, definition } = facts;
  const { timeZone } = handbook.handbook.config;
  const step = definition.steps.find((candidate) => candidate.id === task.step);
  return {
    title: task.title,
    phase: task.definition?.phase,
    issue: task.issue?.number,
    people: task.people,
    outside: outsideOf({ task, handbook }),
    dueDate: task.dueDate,
    dueTime: task.definition?.dueTime,
    isStrict: task.definition?.isStrict === true,
    // What is late is expected any day; that says no more than that it is late.
    expectedDate: task.isAtRisk && !task.isLate ? task.expectedDate : undefined,
    isHeldUp: task.isHeldUp,
    baselineDueDate: task.baselineDueDate,
    endedOn: task.endedAt === undefined ? undefined : civilToday(task.endedAt, timeZone),
    state: stateOf(task, facts),
    isConditional: (step?.when.length ?? 0) > 0,
    reaction: settledReaction(task, facts),
    agreed: agreedTo(task),
    decided:
      task.outcome !== undefined && isOver(task)
        ? { outcome: task.outcome, by: task.endedBy ?? "" }
        : undefined,
  };
}

/** Who has agreed, while others have not, and where somebody stood in for those who are named: the table would say else that these had. */
function agreedTo({ status, approvedBy, people }: TaskState): readonly string[] {
  const all = [...new Set(approvedBy.map(({ by }) => by))];
  const isOfThem = (login: string) => people.some((person) => isSamePerson(person, login));
  return status === "ready" || (status === "done" && !all.every(isOfThem)) ? all : [];
}

function stateOf(task: TaskState, { handbook }: StatusFacts): StatusRow["state"] {
  const { isLeftOut, isLate, kind, status } = task;
  if (isLeftOut) return "left-out";
  if (isLate) return "overdue";
  if (isLeftUnapproved(task, handbook)) return "not-approved";
  return kind === "process" && status === "ready" ? "under-way" : status;
}
