import { parseDateRange, parseDue, parseQuantity, type Quantity } from "../calendar/index.ts";
import { InternalError } from "../problem.ts";
import { answersTo } from "./answers-to.ts";
import type { CollectFieldShape } from "./collect-schema.ts";
import { readCondition, type WrittenCondition } from "./condition.ts";
import { defineCalendar } from "./define-calendar.ts";
import { findSection } from "./find-section.ts";
import { listOf } from "./list-of.ts";
import type { ParsedProcess } from "./parse-process.ts";
import type {
  AskField,
  CollectField,
  HandbookSection,
  ProcessDefinition,
  Step,
} from "./process-definition.ts";
import type { AskFieldShape } from "./question-schema.ts";
import type { Draft } from "./read-shape.ts";
import { readSiblingStep } from "./sibling-step.ts";
import type { StepShape } from "./step-schema.ts";

/** The units that `every` may have. */
export const everyUnits = ["d", "bd", "w", "mo"] as const;

/** The name of the anchor date when a process gives none: its plan then runs forward from the start. */
export const defaultAnchor = "Start date";

/**
 * Turns a parsed process into its definition, with every default of the reference filled in.
 * The process must have no problem of severity `error`; else this throws an {@link InternalError}.
 */
export function defineProcess(parsed: ParsedProcess): ProcessDefinition {
  const { draft } = parsed;
  const owner = required(draft.owner, "owner");
  const steps = required(draft.steps, "steps");
  const definedSteps = steps.map((step, index) => defineStep(step, index, parsed, owner));
  const anchor = draft.anchor ?? defaultAnchor;
  return {
    id: parsed.id,
    area: parsed.area,
    path: parsed.path,
    title: required(draft.title, "title"),
    summary: required(draft.summary, "summary"),
    outcome: required(draft.outcome, "outcome"),
    trigger: required(draft.trigger, "trigger"),
    processOwner: owner,
    anchor,
    startsAtAnchor: anchor === defaultAnchor,
    participants: listOf(draft.participants),
    ask: listOf(draft.ask).map(defineAskField),
    repeats: draft.repeats,
    except: listOf(draft.except).flatMap((text) => parseDateRange(text) ?? []),
    onClosedDay: draft.onClosedDay ?? "before",
    confirm: draft.confirm,
    calendar: draft.calendar === undefined ? undefined : defineCalendar(draft.calendar),
    reviewEvery:
      draft.reviewEvery === undefined ? undefined : parseQuantity(draft.reviewEvery, ["d", "w", "mo", "y"]),
    tools: listOf(draft.tools),
    tags: listOf(draft.tags),
    steps: definedSteps,
    introduction: parsed.body.introduction.markdown,
    sections: extraSections(parsed, definedSteps),
  };
}

function defineStep(step: Draft<StepShape>, index: number, parsed: ParsedProcess, owner: string): Step {
  const title = required(step.title, "step title");
  const section = findSection(parsed.body, title);
  const afterSiblings = siblingsOf(step);
  return {
    id: required(step.id, "step id"),
    title,
    kind: step.kind ?? "task",
    roles: listOf(step.role),
    approvers: listOf(step.approvers),
    policy: step.policy ?? "all",
    approves: step.approves,
    options: listOf(step.options),
    process: step.process,
    dependsOn: dependenciesOf(parsed, index),
    ...(afterSiblings.length > 0 && { afterSiblings }),
    when: Object.entries(step.when ?? {}).map(([subject, written]) =>
      readCondition(subject, written as WrittenCondition, answersTo(subject, parsed.draft)),
    ),
    ...dueOf(step),
    durationBusinessDays:
      step.duration === undefined ? undefined : parseQuantity(step.duration, ["bd"])?.amount,
    effortMinutes: minutesOf(step.effort),
    collect: listOf(step.collect).map(defineCollectField),
    inputs: listOf(step.input).map((input) => ({
      what: required(input.what, "input what"),
      from: required(input.from, "input from"),
    })),
    outputs: listOf(step.output),
    tools: listOf(step.tools),
    consulted: listOf(step.consulted),
    informed: listOf(step.informed),
    accountable: step.accountable ?? owner,
    respondMinutes: minutesOf(step.respond),
    optional: step.optional ?? false,
    ...(step.strict === true && { isStrict: true as const }),
    ...(step.each !== undefined && { eachOf: step.each }),
    ...(step.every !== undefined && { every: parseQuantity(step.every, everyUnits) }),
    ...(step.phase !== undefined && { phase: step.phase }),
    instructions: { markdown: section?.markdown ?? "", checklist: section?.checklist ?? [] },
    line: section?.line ?? parsed.frontMatter.positionOf(["steps", index]).line,
  };
}

function dueOf(
  step: Draft<StepShape>,
): Pick<Step, "dueOffset" | "opensOffset" | "countsFrom" | "isExact" | "dueTime"> {
  const { opens, due } = (step.due === undefined ? undefined : parseDue(step.due)) ?? {};
  return {
    dueOffset: due,
    ...(opens && { opensOffset: opens }),
    ...(step.from !== undefined && { countsFrom: step.from }),
    ...(step.exact === true && { isExact: true as const }),
    ...(step.at !== undefined && { dueTime: step.at }),
  };
}

/**
 * The ids of the steps of its own process that a step of a draft waits for: those of `after`, or the step before it.
 * Ids that name no step are left in, for the rule that reports them.
 */
export function dependenciesOf(parsed: ParsedProcess, index: number): string[] {
  const steps = parsed.draft.steps ?? [];
  const after = steps[index]?.after;
  if (after !== undefined) return listOf(after).filter((id) => readSiblingStep(id) === undefined);
  const before = steps[index - 1]?.id;
  return before === undefined ? [] : [before];
}

/** What a step of a draft waits for beside the steps of its own process, as written; each once. */
export function siblingsOf({ after }: Draft<StepShape>): string[] {
  return [...new Set(listOf(after).filter((id) => readSiblingStep(id) !== undefined))];
}

function defineAskField(field: Draft<AskFieldShape>): AskField {
  return {
    id: required(field.id, "ask id"),
    label: required(field.label, "ask label"),
    type: field.type ?? "text",
    options: listOf(field.options),
    required: field.required ?? false,
    default: field.default,
    help: field.help,
    ...(field.role !== undefined && { role: field.role }),
  };
}

function defineCollectField(field: Draft<CollectFieldShape>): CollectField {
  return {
    id: required(field.id, "collect id"),
    label: required(field.label, "collect label"),
    type: field.type ?? "text",
    options: listOf(field.options),
    ...(field.currency !== undefined && { currency: field.currency }),
    required: field.required ?? false,
  };
}

function extraSections(parsed: ParsedProcess, steps: readonly Step[]): HandbookSection[] {
  const taken = new Set(steps.map((step) => findSection(parsed.body, step.title)));
  return parsed.body.sections
    .filter((section) => !taken.has(section))
    .map(({ title, markdown }) => ({ title, markdown }));
}

function minutesOf(text: string | undefined): number | undefined {
  const quantity: Quantity | undefined = text === undefined ? undefined : parseQuantity(text, ["m", "h"]);
  return quantity && quantity.amount * (quantity.unit === "h" ? 60 : 1);
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined)
    throw new InternalError(`A process without ${what} was defined although its check must have refused it.`);
  return value;
}
