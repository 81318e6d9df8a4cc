import { stringify } from "yaml";
import type { ProcessDefinition } from "../definition/index.ts";
import { text } from "../text/index.ts";
import { type FormField, formFields } from "./form-fields.ts";

/** The label that the start form puts on an issue, and that the bot keeps on every run. */
export const runLabel = "handrail:run";

/** Path of a process's start form within a repository. */
export function startFormPath(processId: string): string {
  return `.github/ISSUE_TEMPLATE/start-${processId}.yml`;
}

/** Whether the text of a file in the folder of issue forms is a start form that Handrail made: its first line says so. */
export function isStartForm(formText: string): boolean {
  return /^# Made from \S+ by `(?:npx handrail|npm run handrail --) forms`\./.test(formText);
}

/**
 * The GitHub issue form that starts a process, as the text of its file.
 * Every text is quoted, since GitHub refuses a form in which `yes` or `no` stands bare.
 * Rules: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
 */
export function writeStartForm(definition: ProcessDefinition, siteUrl?: string): string {
  const form = {
    name: text.form.name(definition.title),
    description: definition.summary,
    title: `${definition.title}: `,
    labels: [runLabel],
    body: [
      { type: "markdown", attributes: { value: text.form.introduction(definition, siteUrl) } },
      ...formFields(definition).map(elementOf),
    ],
  };
  const yaml = stringify(form, {
    defaultStringType: "QUOTE_DOUBLE",
    defaultKeyType: "PLAIN",
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: 100_000,
  });
  return `${text.form.generatedNote(definition.path)}\n${yaml}`;
}

function elementOf(field: FormField): object {
  const help = field.help === undefined ? {} : { description: field.help };
  const attributes = { label: field.label, ...help };
  const validations = { required: field.required };
  const choices = field.type === "yes-no" ? ["yes", "no"] : field.options;
  if (field.type === "choice" || field.type === "yes-no") {
    const index = choices.indexOf(field.default ?? "");
    const preset = index < 0 ? {} : { default: index };
    return {
      type: "dropdown",
      id: field.id,
      attributes: { ...attributes, options: choices, ...preset },
      validations,
    };
  }
  const preset = field.default === undefined ? {} : { value: field.default };
  if (field.multiline) {
    const lines = field.type === "list" ? { placeholder: text.form.listPlaceholder } : {};
    return {
      type: "textarea",
      id: field.id,
      attributes: { ...attributes, ...lines, ...preset },
      validations,
    };
  }
  const placeholder = placeholders[field.type];
  return {
    type: "input",
    id: field.id,
    attributes: { ...attributes, ...(placeholder && { placeholder }), ...preset },
    validations,
  };
}

const placeholders: Readonly<Partial<Record<FormField["type"], string>>> = {
  date: "2026-12-18",
  number: "100",
  person: "@login",
};
