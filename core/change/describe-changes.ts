import type { Quantity } from "../calendar/index.ts";
import {
  answerLabel,
  type Condition,
  type ProcessDefinition,
  type ProcessId,
  type RoleId,
} from "../definition/index.ts";
import { effortInWords, text } from "../text/index.ts";
import type { ProcessChange } from "./process-change.ts";

/** What ids are called in the sentences. */
export interface ChangeNames {
  readonly roleTitle: (role: RoleId) => string;
  readonly processTitle: (process: ProcessId) => string;
  /** The definition after the change: what conditions ask for is named by it. */
  readonly after: ProcessDefinition;
}

const words = text.change;

/**
 * Changes as sentences of plain text, in the order given. Where nothing but words changed it says so; no change
 * gives no sentence. What a step no longer has because it is of another kind now, such as approvers, goes without saying. Several steps that come under other headings are one sentence, in the place of the first.
 */
export function describeChanges(changes: readonly ProcessChange[], names: ChangeNames): string[] {
  const told = changes.filter((change) => !followsFromKind(change, changes));
  const underHeadings = told.filter(isOfHeading);
  const isFolded = underHeadings.length > 2;
  return told.flatMap((change) => {
    if (!isFolded || !isOfHeading(change)) return [sentenceOf(change, told.length === 1, names)];
    if (change !== underHeadings[0]) return [];
    const headings = new Set(underHeadings.flatMap(({ after }) => after ?? []));
    return [words.headings(underHeadings.length, [...headings])];
  });
}

function followsFromKind(change: ProcessChange, changes: readonly ProcessChange[]): boolean {
  const isGone =
    (change.kind === "step-roles" && change.after.length === 0) ||
    ((change.kind === "judged-step" || change.kind === "child-process") && change.after === undefined);
  return isGone && changes.some((other) => other.kind === "step-kind" && other.step === change.step);
}

type HeadingChange = Extract<ProcessChange, { kind: "step-setting" }>;

function isOfHeading(change: ProcessChange): change is HeadingChange {
  return change.kind === "step-setting" && change.setting === "phase";
}

function sentenceOf(change: ProcessChange, isOnly: boolean, names: ChangeNames): string {
  const roles = (ids: readonly RoleId[]) => ids.map(names.roleTitle);
  switch (change.kind) {
    case "lead-time":
      return words.leadTime(change.before, change.after);
    case "step-added":
      return words.added(change.stepKind, change.title, roles(change.roles));
    case "step-removed":
      return words.removed(change.stepKind, change.title);
    case "step-renamed":
      return words.renamed(change.before, change.after);
    case "step-kind":
      return words.kind(change.title, change.before, change.after);
    case "step-moved":
      return words.moved(change.title, change.before, change.after);
    case "step-roles":
      return words.roles[change.part](change.title, roles(change.after));
    case "approval-policy":
      return words.policy(change.title, change.after);
    case "due":
      return words.due(change.title, change.after, change.anchor, movedBy(change.before, change.after));
    case "step-setting":
      return words.settings[change.setting](change.title, change.after);
    case "duration":
      return words.duration(change.title, change.before, change.after);
    case "effort":
    case "respond":
      return words[change.kind](change.title, change.after && effortInWords(change.after.amount));
    case "condition":
      return words.condition(
        change.title,
        change.after.map((condition) => conditionIn(condition, names)),
      );
    case "step-list":
      return words.stepList(change.part, change.title, change);
    case "child-process":
      return words.child(change.title, change.after && names.processTitle(change.after));
    case "judged-step":
      return words.judged(change.title, change.after);
    case "optional":
      return words.optional(change.title, change.optional);
    default:
      return sentenceOfProcess(change, isOnly, names);
  }
}

type AboutProcess = Extract<
  ProcessChange,
  {
    kind:
      | "process-owner"
      | "anchor"
      | "process-list"
      | "answer-role"
      | "process-setting"
      | "repeats"
      | "review"
      | "wording";
  }
>;

function sentenceOfProcess(change: AboutProcess, isOnly: boolean, names: ChangeNames): string {
  switch (change.kind) {
    case "process-owner":
      return words.owner(names.roleTitle(change.after));
    case "anchor":
      return words.anchor(change.before, change.after);
    case "process-list": {
      const title =
        change.part === "participants" ? names.roleTitle : (label: string) => label.replace(/ \*$/, "");
      return words.processLists[change.part](change.added.map(title), change.removed.map(title));
    }
    case "answer-role":
      return words.answerRole(change.label, change.after && names.roleTitle(change.after));
    case "process-setting":
      return words.processSettings[change.setting](change.after);
    case "repeats":
      return words.repeats(change.after);
    case "review":
      return words.review(change.after);
    case "wording":
      return words.wording(change.steps, change.parts, isOnly);
  }
}

/** How far a due date moved, where both are counted alike; weeks are seven days. */
function movedBy(before: Quantity | undefined, after: Quantity | undefined): Quantity | undefined {
  if (before === undefined || after === undefined) return undefined;
  const unit = (quantity: Quantity, other: Quantity) =>
    quantity.amount === 0 ? countedIn(other) : countedIn(quantity);
  if (unit(before, after) !== unit(after, before)) return undefined;
  return { amount: countOf(after) - countOf(before), unit: unit(after, before) };
}

function countedIn({ unit }: Quantity): "bd" | "d" | "mo" {
  return unit === "bd" || unit === "mo" ? unit : "d";
}

function countOf({ amount, unit }: Quantity): number {
  return unit === "w" ? amount * 7 : amount;
}

function conditionIn(condition: Condition, { after }: ChangeNames): string {
  return text.condition(condition, nameOf(condition.subject, after));
}

function nameOf(subject: string, definition: ProcessDefinition): string {
  const { steps } = definition;
  return answerLabel(subject, definition) ?? steps.find(({ id }) => id === subject)?.title ?? subject;
}
