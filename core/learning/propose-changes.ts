import type { Handbook, ProcessDefinition, Role, Step } from "../definition/index.ts";
import { idFrom } from "../definition/index.ts";
import type { MeasureFrame, RunRecord, TaskRecord } from "../metrics/index.ts";
import { rolesInCharge, workOfStep } from "../plan/index.ts";
import { binomialTail } from "./binomial-tail.ts";
import { type LateUnderTextNow, lateUnderTextNow } from "./late-under-text-now.ts";
import type { Proposal } from "./proposal.ts";
import { type RunLink, type StepEvidence, stepEvidence } from "./step-evidence.ts";
import { survivalQuantile } from "./survival-quantile.ts";

/**
 * The numbers the rules go by; printed on a page of the guide.
 * `fewest` runs are needed before anything is said. Time is too short where more runs exceed it than a fifth would by chance, at
 * a chance of error of `error`; a habit is what happens in at least the share `habit` of runs.
 */
export const learningThresholds = { fewest: 5, error: 0.01, habit: 0.8, often: 0.5, most: 5 } as const;

/** What {@link proposeChanges} looks at. */
export interface LearningFacts {
  readonly definition: ProcessDefinition;
  readonly handbook: Pick<Handbook, "roles" | "processes">;
  /** Those of other processes are left out. */
  readonly records: readonly RunRecord[];
  readonly frame: MeasureFrame;
}

/** At most five changes that past runs of a process suggest, the one worth most first; none with fewer than five runs. */
export function proposeChanges(asked: LearningFacts): Proposal[] {
  const own = asked.records.filter(({ process }) => process === asked.definition.id);
  // Whoever reads the evidence goes through the runs from the first to the last.
  const facts = { ...asked, records: own.toSorted((a, b) => a.issue.number - b.issue.number) };
  const textNow = lateUnderTextNow(facts);
  const evidence = stepEvidence(facts.definition, facts.records, facts.frame);
  const found = facts.definition.steps.flatMap((step, index): Proposal[] => {
    const of = evidence[index];
    if (!of || of.runs.length < learningThresholds.fewest) return [];
    return [...tooShort(step, of, facts, textNow), ...tooLong(step, of), ...habits(step, of, facts)];
  });
  return [...found, ...alwaysAdded(facts)]
    .toSorted((a, b) => b.worth - a.worth || (a.title < b.title ? -1 : 1))
    .slice(0, learningThresholds.most);
}

/**
 * Eight of ten runs should fit the time given; more that do not than chance explains make it too short. What the text gives now is
 * what counts: runs under an older text that would be in time under this one are no evidence against it.
 */
function tooShort(step: Step, of: StepEvidence, facts: LearningFacts, textNow: LateUnderTextNow): Proposal[] {
  const n = of.durations.length;
  if (!isTooOften(of.late.length, n)) return [];
  const { late, slips } = textNow(step.id, of.late);
  const needed = survivalQuantile(slips, 0.8);
  if (!isTooOften(late.length, n) || needed === undefined || needed <= 0) return [];
  return [
    {
      rule: "too-short",
      step: step.id,
      title: step.title,
      evidence: {
        hits: late.length,
        n,
        runs: late,
        days: { median: survivalQuantile(slips, 0.5) ?? needed, percentile80: needed },
      },
      wish: moreTime(step, needed, facts),
      worth: needed * late.length,
      detail: "",
    },
  ];
}

/** Whether so many late ones are more than a fifth of all would explain. */
function isTooOften(late: number, n: number): boolean {
  return binomialTail(late, n, 0.2) <= learningThresholds.error;
}

/** A longer duration, or a later due date where that leaves what follows the work it needs; nothing where there is no room. */
function moreTime(step: Step, needed: number, { definition, handbook }: LearningFacts): Proposal["wish"] {
  const { dueOffset } = step;
  if (dueOffset === undefined)
    return {
      kind: "set-step-field",
      step: step.id,
      field: "duration",
      value: `${workOfStep(step, handbook.processes) + needed}bd`,
    };
  const { unit, amount } = dueOffset;
  if (unit !== "bd" && unit !== "d") return undefined;
  const counted = (businessDays: number) => (unit === "bd" ? businessDays : calendarDays(businessDays));
  const later = amount + counted(needed);
  const followers = definition.steps.filter(({ dependsOn }) => dependsOn.includes(step.id));
  const hasRoom = followers.every((follower) => {
    const offset = follower.dueOffset;
    return (
      offset?.unit === unit && later + counted(workOfStep(follower, handbook.processes)) <= offset.amount
    );
  });
  if (!hasRoom || followers.length === 0) return undefined;
  const value = later === 0 ? `0${unit}` : `${later > 0 ? "+" : ""}${later}${unit}`;
  return { kind: "set-step-field", step: step.id, field: "due", value };
}

/** As many calendar days as hold some business days of a week of five, wherever they begin. */
function calendarDays(businessDays: number): number {
  return businessDays === 0 ? 0 : businessDays + 2 * Math.ceil(businessDays / 5);
}

/** A duration that nobody needs: even the slowest run stayed within half of it. Only where the text says a duration. */
function tooLong(step: Step, of: StepEvidence): Proposal[] {
  const planned = step.durationBusinessDays;
  const { percentile80Days: days, medianDays } = of;
  const slowest = Math.max(0, ...of.durations.map((duration) => duration.days));
  if (planned === undefined || planned < 2 || days === undefined || slowest * 2 > planned) return [];
  const shorter = Math.max(1, slowest);
  return [
    {
      rule: "too-long",
      step: step.id,
      title: step.title,
      evidence: {
        hits: of.durations.length,
        n: of.durations.length,
        runs: of.runs,
        days: { median: medianDays ?? days, percentile80: days },
      },
      wish: { kind: "set-step-field", step: step.id, field: "duration", value: `${shorter}bd` },
      worth: (planned - shorter) * 0.5 * of.durations.length,
      detail: "",
    },
  ];
}

/** What happens to a step in nearly every run, whatever the text says. */
function habits(step: Step, of: StepEvidence, facts: LearningFacts): Proposal[] {
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

/** A step that people add by hand in most runs, under the same title. */
function alwaysAdded({ definition, records }: LearningFacts): Proposal[] {
  if (records.length < learningThresholds.fewest) return [];
  const known = new Set(definition.steps.map(({ title }) => plain(title)));
  const found = new Map<string, { title: string; runs: RunLink[]; after: string[] }>();
  for (const run of records) {
    const added = new Set(
      run.deviations.flatMap(({ kind, step }) => (kind === "added" && step ? [step] : [])),
    );
    for (const task of run.tasks.filter(({ step }) => added.has(step))) {
      const key = plain(task.title);
      if (known.has(key)) continue;
      const seen = found.get(key) ?? { title: task.title, runs: [], after: [] };
      if (!seen.runs.includes(run.issue)) seen.runs.push(run.issue);
      seen.after.push(lastBefore(task.dueDate, run, definition));
      found.set(key, seen);
    }
  }
  return [...found.values()]
    .filter(({ runs }) => runs.length >= learningThresholds.habit * records.length)
    .map(({ title, runs, after }) => {
      const place = mostFrequent(after) ?? definition.steps.at(-1)?.id ?? "";
      const id = freeId(title, definition);
      return {
        rule: "always-added",
        step: id,
        title,
        evidence: { hits: runs.length, n: records.length, runs },
        wish: {
          kind: "add-step",
          after: place,
          step: { id, title: title.slice(0, 100), fields: { role: definition.processOwner } },
        },
        worth: runs.length * 3,
        detail: definition.steps.find((step) => step.id === place)?.title ?? place,
      };
    });
}

/** The last step of the text that was due on a day or before it. */
function lastBefore(day: string, run: RunRecord, { steps }: ProcessDefinition): string {
  const due = new Map(run.tasks.map(({ step, dueDate }) => [step, dueDate]));
  const earlier = steps.filter(({ id }) => (due.get(id) ?? "9999") <= day);
  return (earlier.at(-1) ?? steps[0])?.id ?? "";
}

function mostFrequent(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

function freeId(title: string, { steps }: ProcessDefinition): string {
  const base = idFrom(title).slice(0, 60) || "added-step";
  const taken = new Set(steps.map(({ id }) => id));
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  return id;
}

function plain(title: string): string {
  return title.toLowerCase().replace(/\s+/g, " ").trim();
}
