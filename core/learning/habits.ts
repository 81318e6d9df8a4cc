import { type Step, stepOfTask } from "../definition/index.ts";
import type { TaskRecord } from "../metrics/index.ts";
import { rolesInCharge } from "../plan/index.ts";
import { fieldWish } from "./field-wish.ts";
import type { LearningFacts } from "./learning-facts.ts";
import { learningThresholds } from "./learning-thresholds.ts";
import type { Proposal } from "./proposal.ts";
import { roleOfAll } from "./role-of-all.ts";
import type { RunLink, StepEvidence } from "./step-evidence.ts";

type Habit = (step: Step, of: StepEvidence, facts: LearningFacts) => Proposal | undefined;

/** What happens to a step in nearly every run, whatever the text says. */
export function habits(step: Step, of: StepEvidence, facts: LearningFacts): Proposal[] {
  return [alwaysSkipped, neverWaits, alwaysHandedOver, oftenRefused].flatMap(
    (habit) => habit(step, of, facts) ?? [],
  );
}

const alwaysSkipped: Habit = (step, of) => {
  const skipped = of.departures.get("skipped") ?? [];
  if (!isHabit(skipped.length, of) || step.optional || step.kind === "approval") return undefined;
  return {
    ...suggestion(step, of, skipped),
    rule: "always-skipped",
    wish: fieldWish(step, "optional", true),
    worth: skipped.length,
  };
};

/** It no longer waits for the steps right before it, but for those before these. */
const neverWaits: Habit = (step, of, facts) => {
  const early = doneBeforeOthers(step, of, facts);
  if (!isHabit(early.length, of) || step.dependsOn.length === 0) return undefined;
  const before = facts.definition.steps.filter(({ id }) => step.dependsOn.includes(id));
  const earlier = [...new Set(before.flatMap(({ dependsOn }) => dependsOn))];
  return {
    ...suggestion(step, of, early),
    rule: "never-waits",
    wish: fieldWish(step, "after", earlier),
    worth: early.length * 0.5,
    detail: before.map(({ title }) => title).join(", "),
  };
};

const alwaysHandedOver: Habit = (step, of, { handbook }) => {
  const times = of.handedTo.length;
  const role = isHabit(times, of) ? roleOfAll(of.handedTo, handbook.roles, rolesInCharge(step)) : undefined;
  if (!role) return undefined;
  const runs = of.departures.get("handed-over") ?? [];
  return {
    ...suggestion(step, of, runs, times),
    rule: "always-handed-over",
    wish: fieldWish(step, "role", role.id),
    worth: times,
    detail: role.title,
  };
};

const oftenRefused: Habit = (step, of, facts) => {
  const refused = step.kind === "approval" ? refusals(step, of, facts) : [];
  if (refused.length === 0 || refused.length < learningThresholds.often * of.runs.length) return undefined;
  return { ...suggestion(step, of, refused), rule: "often-refused", worth: refused.length * 2 };
};

function isHabit(times: number, { runs }: StepEvidence): boolean {
  return times > 0 && times >= learningThresholds.habit * runs.length;
}

/** What every suggestion about a step says, by the runs that show it; `hits` where they are counted otherwise. */
function suggestion(step: Step, of: StepEvidence, runs: readonly RunLink[], hits = runs.length) {
  return {
    step: step.id,
    title: step.title,
    evidence: { hits, n: of.runs.length, runs },
    detail: "",
  } satisfies Partial<Proposal>;
}

/** The runs in which it was done before its turn while something that it waits for in the text as it is now was not over. */
function doneBeforeOthers(step: Step, of: StepEvidence, { records }: LearningFacts): readonly RunLink[] {
  const early = new Set(of.departures.get("closed-early"));
  return records.flatMap(({ issue, tasks }) => {
    const end = tasks.find((task) => task.step === step.id)?.endedAt;
    const isBefore = ({ step: id, endedAt }: TaskRecord) =>
      step.dependsOn.includes(id) && (endedAt === undefined || (end !== undefined && endedAt > end));
    return early.has(issue) && tasks.some(isBefore) ? [issue] : [];
  });
}

/**
 * The runs in which the work an approval judges came back. Whoever asks for changes opens the judged steps again; the approval itself is
 * opened again only by hand.
 */
function refusals(approval: Step, of: StepEvidence, { records }: LearningFacts): readonly RunLink[] {
  const judged = new Set(approval.approves === undefined ? approval.dependsOn : [approval.approves]);
  return records.flatMap(({ issue, deviations }) =>
    of.runs.includes(issue) &&
    deviations.some(({ kind, step }) => kind === "reopened" && step !== null && judged.has(stepOfTask(step)))
      ? [issue]
      : [],
  );
}
