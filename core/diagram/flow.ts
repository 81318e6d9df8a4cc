import { formatOffset, formatQuantity, type Quantity } from "../calendar/index.ts";
import {
  answerLabel,
  type Condition,
  nameBeside,
  type ProcessDefinition,
  type ProcessId,
  type RoleId,
  type Step,
  type StepId,
  type StepKind,
} from "../definition/index.ts";
import { definitionAsRead } from "../plan/index.ts";
import { type RunStepState, text } from "../text/index.ts";

/** A step as a diagram shows it. */
export interface FlowNode {
  readonly id: StepId;
  readonly title: string;
  readonly kind: StepKind;
  /** Who does it, as people call the roles. */
  readonly roleTitles: readonly string[];
  /** When it is due, such as `−30 d`; nothing when only its length is given. */
  readonly due?: string | undefined;
  /** What it is done once for each of; nothing where it is done once. */
  readonly forEach?: string | undefined;
  /** What it waits for beside its process, in words; absent for most. */
  readonly beside?: readonly string[] | undefined;
  /** The heading it stands under; nothing where it has none. */
  readonly phase?: string | undefined;
  /** Whether it is done only under a condition. */
  readonly conditional: boolean;
  /** Where it stands, in the flow of a run; nothing in that of a process. */
  readonly standing?: FlowStanding | undefined;
}

/** Where a step of a run stands. */
export interface FlowStanding {
  readonly state: RunStepState;
  readonly words: string;
}

/** One step waiting for another, drawn from the one that comes first. */
export interface FlowEdge {
  readonly from: StepId;
  readonly to: StepId;
  /** The answer that leads this way; nothing where there is no choice. */
  readonly label?: string | undefined;
}

/** The flow of a process: its steps in the order written, and what waits for what. */
export interface Flow {
  readonly title: string;
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

/** The flow of a process, as every diagram of it shows it; `processes` say what it calls that it waits for beside it. */
export function flowOf(
  written: ProcessDefinition,
  roleTitle: (role: RoleId) => string,
  processes: ReadonlyMap<ProcessId, ProcessDefinition>,
): Flow {
  const definition = definitionAsRead(written);
  const stepOf = new Map(definition.steps.map((step) => [step.id, step]));
  return {
    title: definition.title,
    nodes: definition.steps.map((step) => ({
      id: step.id,
      title: step.title,
      kind: step.kind,
      roleTitles: (step.kind === "approval" ? step.approvers : step.roles).map(roleTitle),
      due: dueText(step, definition),
      forEach: step.eachOf && (definition.ask.find(({ id }) => id === step.eachOf)?.label ?? step.eachOf),
      beside: step.afterSiblings?.map((beside) =>
        text.siblings.after(nameBeside(beside, written.id, processes)),
      ),
      phase: step.phase,
      conditional: step.when.length > 0,
    })),
    edges: definition.steps.flatMap((step) =>
      step.dependsOn.map((from) => ({
        from,
        to: step.id,
        label: labelOf(step, stepOf.get(from), definition),
      })),
    ),
  };
}

/** An offset as a reader sees it: a real minus sign, a space before the unit, and what it counts from where that is not the anchor date. */
function dueText(
  { dueOffset, opensOffset, countsFrom, dueTime, every }: Step,
  { ask }: ProcessDefinition,
): string | undefined {
  if (!dueOffset) return undefined;
  const signed = (offset: Quantity) =>
    formatOffset(offset)
      .replace("-", "−")
      .replace(/([a-z]+)$/, " $1");
  const from =
    countsFrom === undefined ? "" : ` (${ask.find(({ id }) => id === countsFrom)?.label ?? countsFrom})`;
  const window = opensOffset ? `${signed(opensOffset)} … ` : "";
  return `${window}${signed(dueOffset)}${every ? ` / ${formatQuantity(every).replace(/([a-z]+)$/, " $1")}` : ""}${dueTime === undefined ? "" : `, ${dueTime}`}${from}`;
}

/**
 * The outcome of a decision on the edge that leaves it; any other condition on the first edge that reaches the step.
 * What the step before already asks for is not said again.
 */
function labelOf(step: Step, from: Step | undefined, definition: ProcessDefinition): string | undefined {
  const outcome = step.when.find((condition) => condition.subject === from?.id);
  if (outcome) return answerText(outcome);
  const known = new Set(from?.when.map((condition) => JSON.stringify(condition)));
  const decided = step.when.filter(
    (condition) => !step.dependsOn.includes(condition.subject) && !known.has(JSON.stringify(condition)),
  );
  if (decided.length === 0 || step.dependsOn[0] !== from?.id) return undefined;
  return decided.map((condition) => questionText(condition, definition)).join(", ");
}

/** What a condition asks for, as people know it: the question, or the title of the decision. */
function nameOf({ subject }: Condition, definition: ProcessDefinition): string {
  const name = answerLabel(subject, definition) ?? definition.steps.find(({ id }) => id === subject)?.title;
  return (name ?? subject).replace(/(?<![?:])[?:]+$/, "");
}

function questionText(condition: Condition, definition: ProcessDefinition): string {
  const { kind } = condition.test;
  const joint = kind === "any-of" || kind === "none-of" ? ": " : " ";
  return `${nameOf(condition, definition)}${joint}${answerText(condition)}`;
}

function answerText({ test }: Condition): string {
  switch (test.kind) {
    case "any-of":
      return test.values.join(" or ");
    case "none-of":
      return `not ${test.values.join(" or ")}`;
    case "filled":
      return test.isFilled ? "filled in" : "left empty";
    case "compare":
      return `${comparisons[test.operator]} ${test.value}`;
  }
}

const comparisons = { ">=": "≥", "<=": "≤", ">": ">", "<": "<" } as const;
