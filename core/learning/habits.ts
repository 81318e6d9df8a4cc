import { type Step, type StepId, stepOfTask } from "../definition/index.ts";
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
  if (!isHabit(skipped.length, of) || step.optional || isApproval(step)) return undefined;
  return {
    ...suggestion(step, of, skipped),
    rule: "always-skipped",
    wish: fieldWish(step, "optional", true),
    worth: skipped.length,
  };
};

/**
 * It no longer waits for the steps before which it is done nearly always, but for those before these. An approval stays before what waits for it,
 * and behind what it judges: whoever goes round it in every run must not get the text to say so.
 */
const neverWaits: Habit = (step, of, facts) => {
  if (isApproval(step)) return undefined;
  const { kept, before } = awaitedStill(step, of, facts);
  if (before.length === 0) return undefined;
  const early = doneBefore(before, step, of, facts);
  return {
    ...suggestion(step, of, early),
    rule: "never-waits",
    wish: fieldWish(step, "after", [...kept, ...(step.afterSiblings ?? [])]),
    worth: early.length * 0.5,
    detail: before.map(({ title }) => title).join(", "),
  };
};

/** Who may approve is not suggested by who was handed it: that may be whoever did the work. */
const alwaysHandedOver: Habit = (step, of, { handbook }) => {
  if (isApproval(step)) return undefined;
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
  const refused = isApproval(step) ? refusals(step, of, facts) : [];
  if (refused.length === 0 || refused.length < learningThresholds.often * of.runs.length) return undefined;
  return { ...suggestion(step, of, refused), rule: "often-refused", worth: refused.length * 2 };
};

function isApproval({ kind }: Step): boolean {
  return kind === "approval";
}

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

/** The steps that it really waits for, and those that it does not though the text says so, right before it or before these. */
function awaitedStill(
  step: Step,
  of: StepEvidence,
  facts: LearningFacts,
): { readonly kept: readonly StepId[]; readonly before: readonly Step[] } {
  const steps = new Map(facts.definition.steps.map((other) => [other.id, other]));
  const kept: StepId[] = [];
  const before: Step[] = [];
  const awaited = new Set(step.dependsOn);
  // What is added to a set while it is gone through is met as well.
  for (const id of awaited) {
    const other = steps.get(id);
    if (!other || isApproval(other) || !isHabit(doneBefore([other], step, of, facts).length, of))
      kept.push(id);
    else {
      before.push(other);
      for (const earlier of other.dependsOn) awaited.add(earlier);
    }
  }
  return { kept, before };
}

/** The runs in which it was done before its turn while one of some steps that it waits for in the text as it is now was not over. */
function doneBefore(
  others: readonly Step[],
  step: Step,
  of: StepEvidence,
  { records }: LearningFacts,
): readonly RunLink[] {
  const early = new Set(of.departures.get("closed-early"));
  const ids = new Set(others.map(({ id }) => id));
  return records.flatMap(({ issue, tasks }) => {
    const end = tasks.find((task) => task.step === step.id)?.endedAt;
    const isBefore = ({ step: id, endedAt }: TaskRecord) =>
      ids.has(id) && (endedAt === undefined || (end !== undefined && endedAt > end));
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
