import type { ProcessDefinition, Role, Step } from "../definition/index.ts";
import type { TaskRecord } from "../metrics/index.ts";
import { rolesInCharge } from "../plan/index.ts";
import type { LearningFacts } from "./learning-facts.ts";
import { learningThresholds } from "./learning-thresholds.ts";
import type { Proposal } from "./proposal.ts";
import type { RunLink, StepEvidence } from "./step-evidence.ts";

/** What happens to a step in nearly every run, whatever the text says. */
export function habits(step: Step, of: StepEvidence, facts: LearningFacts): Proposal[] {
  const { definition, handbook } = facts;
  const { habit, often } = learningThresholds;
  const n = of.runs.length;
  const hit = (runs: readonly RunLink[] | undefined, share: number) =>
    runs !== undefined && runs.length >= share * n ? runs : undefined;
  const base = { step: step.id, title: step.title };
  const skipped = hit(of.departures.get("skipped"), habit);
  const early = hit(doneBeforeOthers(step, of, facts), habit);
  const refused = step.kind === "approval" ? refusals(step, of, definition) : undefined;
  const role = of.handedTo.length >= habit * n ? roleOfAll(of.handedTo, step, handbook.roles) : undefined;
  return [
    ...(skipped && !step.optional && step.kind !== "approval"
      ? [
          {
            ...base,
            rule: "always-skipped" as const,
            evidence: { hits: skipped.length, n, runs: skipped },
            wish: { kind: "set-step-field" as const, step: step.id, field: "optional" as const, value: true },
            worth: skipped.length,
            detail: "",
          },
        ]
      : []),
    ...(early && step.dependsOn.length > 0 ? [neverWaits(step, early, n, definition)] : []),
    ...(role
      ? [
          {
            ...base,
            rule: "always-handed-over" as const,
            evidence: { hits: of.handedTo.length, n, runs: of.departures.get("handed-over") ?? [] },
            wish: { kind: "set-step-field" as const, step: step.id, field: "role" as const, value: role.id },
            worth: of.handedTo.length,
            detail: role.title,
          },
        ]
      : []),
    ...(refused && refused.length >= often * n
      ? [
          {
            ...base,
            rule: "often-refused" as const,
            evidence: { hits: refused.length, n, runs: refused },
            worth: refused.length * 2,
            detail: "",
          },
        ]
      : []),
  ];
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

/** It no longer waits for the steps right before it, but for those before these. */
function neverWaits(
  step: Step,
  early: readonly RunLink[],
  n: number,
  definition: ProcessDefinition,
): Proposal {
  const before = definition.steps.filter(({ id }) => step.dependsOn.includes(id));
  const earlier = [...new Set(before.flatMap(({ dependsOn }) => dependsOn))];
  return {
    rule: "never-waits",
    step: step.id,
    title: step.title,
    evidence: { hits: early.length, n, runs: early },
    wish: { kind: "set-step-field", step: step.id, field: "after", value: earlier },
    worth: early.length * 0.5,
    detail: before.map(({ title }) => title).join(", "),
  };
}

/** The runs in which the work an approval judges came back. */
function refusals(approval: Step, of: StepEvidence, { steps }: ProcessDefinition): readonly RunLink[] {
  const judged = approval.approves ?? steps.find(({ id }) => approval.dependsOn.includes(id))?.id;
  return judged === undefined ? [] : (of.departures.get("reopened") ?? []);
}

/** The one role, other than those of the step, that everybody has who got it instead. */
function roleOfAll(
  handed: readonly (readonly string[])[],
  step: Step,
  roles: ReadonlyMap<string, Role>,
): Role | undefined {
  const own = rolesInCharge(step);
  const hasAll = ({ people }: Role) =>
    handed.every((logins) => logins.length > 0 && logins.every((login) => people.includes(login)));
  const [role, another] = [...roles.values()].filter(
    (candidate) => !own.includes(candidate.id) && hasAll(candidate),
  );
  return another === undefined ? role : undefined;
}
