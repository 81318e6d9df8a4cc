import type { StepId } from "../definition/index.ts";

/** What a key may be given: a text, a list of texts, a number, yes or no, or nothing, which takes the key away. */
export type FieldValue = string | readonly string[] | number | boolean | null;

/** The keys of a step that a wish may set. `id` is never among them, since runs refer to it; `title` is a wish of its own. */
export const editableStepFields = [
  "kind",
  "role",
  "approvers",
  "policy",
  "after",
  "due",
  "from",
  "exact",
  "at",
  "duration",
  "effort",
  "respond",
  "output",
  "tools",
  "consulted",
  "informed",
  "accountable",
  "optional",
  "strict",
] as const;

export type EditableStepField = (typeof editableStepFields)[number];

/** The keys of a process that a wish may set. */
export const editableProcessFields = [
  "title",
  "summary",
  "outcome",
  "trigger",
  "owner",
  "anchor",
  "reviewEvery",
  "tools",
  "tags",
] as const;

export type EditableProcessField = (typeof editableProcessFields)[number];

/** A step that is to be written: its id and title, and any of the keys above. */
export interface NewStep {
  readonly id: StepId;
  readonly title: string;
  readonly fields: Readonly<Partial<Record<EditableStepField, FieldValue>>>;
}

/** One thing somebody wants to be otherwise in the file of a process. */
export type Wish =
  | {
      readonly kind: "set-step-field";
      readonly step: StepId;
      readonly field: EditableStepField;
      readonly value: FieldValue;
    }
  | { readonly kind: "set-process-field"; readonly field: EditableProcessField; readonly value: FieldValue }
  /** The heading of its instructions follows. */
  | { readonly kind: "rename-step"; readonly step: StepId; readonly title: string }
  | { readonly kind: "set-instructions"; readonly step: StepId; readonly markdown: string }
  /** `after` is the step it is written behind; null for the first place. */
  | { readonly kind: "add-step"; readonly after: StepId | null; readonly step: NewStep };
