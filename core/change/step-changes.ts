import type { Quantity } from "../calendar/index.ts";
import type { CollectField, Condition, ProcessDefinition, RoleId, Step } from "../definition/index.ts";
import { anchorNameOf, lengthInWords, offsetInWords, text } from "../text/index.ts";
import { addedAndRemoved } from "./added-and-removed.ts";
import type { ProcessChange, RolePart, StepSetting } from "./process-change.ts";

/** What surrounds a step before and after. */
interface Surroundings {
  readonly before: ProcessDefinition;
  readonly after: ProcessDefinition;
  readonly idAfter: (idBefore: string) => string;
}

interface StepPair {
  readonly before: Step;
  readonly after: Step;
}

/** What became of a step that is there before and after, apart from what it waits for and its wording. */
export function stepChanges(pair: StepPair, around: Surroundings): ProcessChange[] {
  const { before, after } = pair;
  const of = { step: after.id, title: after.title };
  const differs = <K extends string, T>(kind: K, earlier: T, now: T) =>
    earlier === now ? [] : [{ kind, ...of, before: earlier, after: now }];
  return [
    ...differs("step-renamed", before.title, after.title),
    ...differs("step-kind", before.kind, after.kind),
    ...roleChanges(pair, around),
    ...(after.approvers.length > 1 && before.approvers.length > 1
      ? differs("approval-policy", before.policy, after.policy)
      : []),
    ...quantityChanges(pair, around),
    ...settingChanges(pair, around),
    ...conditionChange(pair, around),
    ...listChanges(pair, around),
    ...differs("child-process", before.process, after.process),
    ...judgedChange(pair, around),
    ...(before.optional === after.optional
      ? []
      : [{ kind: "optional" as const, ...of, optional: after.optional }]),
  ];
}

function roleChanges({ before, after }: StepPair, around: Surroundings): ProcessChange[] {
  const parts: readonly (readonly [RolePart, readonly RoleId[], readonly RoleId[]])[] = [
    ["responsible", before.roles, after.roles],
    ["approvers", before.approvers, after.approvers],
    ["accountable", ...accountables(before, after, around)],
    ["consulted", before.consulted, after.consulted],
    ["informed", before.informed, after.informed],
  ];
  return parts.flatMap(([part, earlier, now]) =>
    isSameSet(earlier, now)
      ? []
      : [{ kind: "step-roles", part, step: after.id, title: after.title, before: earlier, after: now }],
  );
}

/** Whoever owns the process answers for its steps; when that changes it is said once, for the process. */
function accountables(before: Step, after: Step, around: Surroundings): [RoleId[], RoleId[]] {
  const wasOwner = before.accountable === around.before.processOwner;
  const isOwner = after.accountable === around.after.processOwner;
  return wasOwner && isOwner ? [[], []] : [[before.accountable], [after.accountable]];
}

function quantityChanges({ before, after }: StepPair, around: Surroundings): ProcessChange[] {
  const of = { step: after.id, title: after.title };
  const days = (amount: number | undefined) => quantity(amount, "bd");
  const minutes = (amount: number | undefined) => quantity(amount, "m");
  const due = { kind: "due", anchor: anchorNameOf(after, around.after) } as const;
  const lengths = [
    ["duration", days(before.durationBusinessDays), days(after.durationBusinessDays)],
    ["effort", minutes(before.effortMinutes), minutes(after.effortMinutes)],
    ["respond", minutes(before.respondMinutes), minutes(after.respondMinutes)],
  ] as const;
  return [
    ...(isSameQuantity(before.dueOffset, after.dueOffset)
      ? []
      : [{ ...due, ...of, before: before.dueOffset, after: after.dueOffset }]),
    ...lengths.flatMap(([kind, earlier, now]) =>
      isSameQuantity(earlier, now) ? [] : [{ kind, ...of, before: earlier, after: now }],
    ),
  ];
}

function settingChanges(pair: StepPair, around: Surroundings): ProcessChange[] {
  const [before, after] = [settingsOf(pair.before, around.before), settingsOf(pair.after, around.after)];
  return (Object.keys(after) as StepSetting[]).flatMap((setting) =>
    before[setting] === after[setting]
      ? []
      : [
          {
            kind: "step-setting",
            setting,
            step: pair.after.id,
            title: pair.after.title,
            before: before[setting],
            after: after[setting],
          },
        ],
  );
}

function settingsOf(step: Step, { ask, anchor }: ProcessDefinition): Record<StepSetting, string | undefined> {
  const from = ask.find(({ id }) => id === step.countsFrom)?.label ?? step.countsFrom;
  return {
    opens: step.opensOffset && offsetInWords(step.opensOffset, from ?? anchor),
    from,
    exact: step.isExact && "true",
    at: step.dueTime,
    strict: step.isStrict && "true",
    each: ask.find(({ id }) => id === step.eachOf)?.label ?? step.eachOf,
    every: step.every && lengthInWords(step.every),
    phase: step.phase,
  };
}

function quantity(amount: number | undefined, unit: Quantity["unit"]): Quantity | undefined {
  return amount === undefined ? undefined : { amount, unit };
}

function isSameQuantity(a: Quantity | undefined, b: Quantity | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.amount === b.amount && (a.unit === b.unit || a.amount === 0);
}

function conditionChange({ before, after }: StepPair, { idAfter }: Surroundings): ProcessChange[] {
  const earlier = before.when.map((condition) => ({ ...condition, subject: idAfter(condition.subject) }));
  if (isSameSet(earlier.map(keyOf), after.when.map(keyOf))) return [];
  return [{ kind: "condition", step: after.id, title: after.title, before: earlier, after: after.when }];
}

function keyOf({ subject, test }: Condition): string {
  return JSON.stringify([
    subject,
    test.kind,
    test.kind === "compare"
      ? [test.operator, test.value]
      : test.kind === "filled"
        ? test.isFilled
        : test.values.toSorted(),
  ]);
}

function listChanges({ before, after }: StepPair, { idAfter }: Surroundings): ProcessChange[] {
  const needs = (step: Step, idOf: (id: string) => string) =>
    step.inputs.map(({ what, from }) => ({ what, key: `${what}\n${idOf(from)}` }));
  const earlier = needs(before, idAfter);
  const now = needs(after, (id) => id);
  const inputs = addedAndRemoved(
    earlier.map(({ key }) => key),
    now.map(({ key }) => key),
  );
  const whatOf = new Map([...earlier, ...now].map(({ key, what }) => [key, what]));
  const named = (keys: readonly string[]) => keys.map((key) => whatOf.get(key) ?? key);
  const boxes = ({ instructions }: Step) => instructions.checklist.map(({ text }) => text);
  const lists = [
    ["options", addedAndRemoved(before.options, after.options)],
    ["inputs", { added: named(inputs.added), removed: named(inputs.removed) }],
    ["outputs", addedAndRemoved(before.outputs, after.outputs)],
    ["collect", addedAndRemoved(before.collect.map(collectedThing), after.collect.map(collectedThing))],
    ["tools", addedAndRemoved(before.tools, after.tools)],
    ["checklist", addedAndRemoved(boxes(before), boxes(after))],
  ] as const;
  return lists.flatMap(([part, { added, removed }]) =>
    added.length + removed.length === 0
      ? []
      : [{ kind: "step-list", part, step: after.id, title: after.title, added, removed }],
  );
}

/** What is entered, as people call it, with all that makes a difference to whoever enters it. */
function collectedThing({ label, type, options, currency, required }: CollectField): string {
  const kind = [
    text.collect.typeNames[type],
    ...(currency === undefined ? [] : [currency]),
    ...(options.length === 0 ? [] : [options.join(" or ")]),
    ...(required ? ["required"] : []),
  ];
  return `${label} (${kind.join(", ")})`;
}

function judgedChange({ before, after }: StepPair, around: Surroundings): ProcessChange[] {
  const earlier = before.approves && around.idAfter(before.approves);
  if (earlier === after.approves) return [];
  const titleOf = (id: string | undefined) =>
    [...around.after.steps, ...around.before.steps].find((step) => step.id === id)?.title;
  return [
    {
      kind: "judged-step",
      step: after.id,
      title: after.title,
      before: titleOf(earlier),
      after: titleOf(after.approves),
    },
  ];
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  const { added, removed } = addedAndRemoved(a, b);
  return added.length + removed.length === 0;
}
