import type { AskField, ProcessDefinition } from "../definition/index.ts";
import { text } from "../text/index.ts";

/** Ids of the questions every start form has; no process may ask a question of its own under them. */
export const reservedFieldIds = ["process", "anchor-date", "people"] as const;

/** One question of a start form. The label is what GitHub writes into the issue as a heading. */
export interface FormField extends AskField {
  readonly multiline: boolean;
}

/** Every question of a process's start form, in order: which process, its anchor date, its own questions, people. */
export function formFields(definition: ProcessDefinition): FormField[] {
  return [
    {
      ...plain("process", text.form.processLabel, "choice"),
      options: [definition.id],
      required: true,
      default: definition.id,
      help: text.form.processHelp,
    },
    {
      ...plain("anchor-date", definition.anchor, "date"),
      required: true,
      help: text.form.anchorHelp(definition.anchor),
    },
    ...definition.ask.map((field) => ({
      ...field,
      multiline: field.type === "long-text" || field.type === "list",
    })),
    { ...plain("people", text.form.peopleLabel, "long-text"), multiline: true, help: text.form.peopleHelp },
  ];
}

function plain(id: string, label: string, type: AskField["type"]): FormField {
  return { id, label, type, options: [], required: false, multiline: false };
}
