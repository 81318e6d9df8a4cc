import type { CivilDate } from "../calendar/index.ts";
import type { Handbook, ProcessDefinition } from "../definition/index.ts";
import type { PlannedTask, RunPlan } from "../plan/index.ts";
import { type ApprovalChange, approvalChanges } from "./approval-changes.ts";
import { type ChangeWeight, weightOfChanges } from "./change-weight.ts";
import { type ExamplePlans, examplePlans } from "./date-shifts.ts";
import type { ProcessEntry } from "./handbook-changes.ts";
import { type LostInput, lostInputs } from "./lost-inputs.ts";
import { matchSteps } from "./match-steps.ts";
import { loadChanges, type PeopleChange, peopleChange, type RoleLoad } from "./people-changes.ts";

/** What the change of one process means for those who work by it. */
export interface ProcessMeaning {
  readonly entry: ProcessEntry;
  readonly weight: ChangeWeight;
  readonly approvals: readonly ApprovalChange[];
  readonly people: PeopleChange;
  readonly loads: readonly RoleLoad[];
  readonly lostInputs: readonly LostInput[];
  /** The same run before and after, for a process that is there on both sides and runs otherwise; absent else. */
  readonly example?: ExamplePlans | undefined;
  /** The steps that must not slip, by title, in the order of the plan; absent where they are the same ones. */
  readonly criticalPath?:
    | { readonly before: readonly string[]; readonly after: readonly string[] }
    | undefined;
}

/** The handbooks before and after, and the day the change is looked at. */
export interface MeaningFacts {
  readonly before: Handbook;
  readonly after: Handbook;
  readonly today: CivilDate;
}

/** What became of one process means this. Of one that came or went it is said who has to do with it, and which approvals go with it. */
export function processMeaning(entry: ProcessEntry, { before, after, today }: MeaningFacts): ProcessMeaning {
  const earlier = before.processes.get(entry.renamedFrom ?? entry.process);
  const now = after.processes.get(entry.process);
  const nothing = { entry, approvals: [], people: { added: [], removed: [] }, loads: [], lostInputs: [] };
  if (!earlier || !now || entry.kind !== "changed") {
    const side = (definition: ProcessDefinition | undefined, handbook: Handbook) =>
      definition && { definition, handbook };
    return {
      ...nothing,
      weight: "material",
      people: peopleChange(side(earlier, before), side(now, after)),
      approvals: now ? [] : lostWith(earlier),
    };
  }
  const weight = weightOfChanges(entry.changes);
  if (weight === "wording") return { ...nothing, weight };
  const sides = [
    { definition: earlier, handbook: before },
    { definition: now, handbook: after },
  ] as const;
  const example = examplePlans(...sides, today);
  const { idAfter } = matchSteps(earlier, now);
  const [pathBefore, pathAfter] = [criticalTasks(example.before), criticalTasks(example.after)];
  const isSamePath =
    pathBefore.map(({ step }) => idAfter(step)).join("\n") === pathAfter.map(({ step }) => step).join("\n");
  return {
    entry,
    weight,
    approvals: approvalChanges(earlier, now),
    people: peopleChange(...sides),
    loads: loadChanges(earlier, now),
    lostInputs: lostInputs(earlier, now),
    example: weight === "material" ? example : undefined,
    criticalPath: isSamePath ? undefined : { before: titlesOf(pathBefore), after: titlesOf(pathAfter) },
  };
}

function lostWith(definition: ProcessDefinition | undefined): ApprovalChange[] {
  const approvals = (definition?.steps ?? []).filter(({ kind }) => kind === "approval");
  return approvals.map(({ title, approvers }) => ({ kind: "lost", title, approvers }));
}

function criticalTasks({ tasks }: RunPlan): PlannedTask[] {
  return tasks.filter(({ critical, step }) => critical && !step.includes("/"));
}

function titlesOf(tasks: readonly PlannedTask[]): string[] {
  return tasks.map(({ title }) => title);
}
