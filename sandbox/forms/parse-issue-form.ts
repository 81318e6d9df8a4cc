import { parse } from "yaml";
import type { FormElement, IssueForm, Question } from "./issue-form.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Templates are small; a larger file is no template anybody means to use. */
const maximumCharacters = 256_000;

/** Reads a template file; a text instead of a form says what is wrong with it, in a sentence. */
export function parseIssueForm(file: string, source: string): IssueForm | string {
  if (source.length > maximumCharacters) return `${file} is larger than ${maximumCharacters} characters.`;
  let top: unknown;
  try {
    top = parse(source, { maxAliasCount: 0 });
  } catch (error) {
    return `${file} is not valid YAML: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (!isFields(top)) return `${file} should hold keys such as name, description and body.`;
  for (const key of ["name", "description", "body"])
    if (top[key] === undefined) return `${file} lacks the key ${key}, which GitHub requires.`;
  if (!Array.isArray(top["body"])) return `${file}: body should be a list.`;

  const elements = top["body"].map(readElement);
  const problem = elements.find((element) => typeof element === "string");
  if (problem !== undefined) return `${file}: ${problem}`;
  const body = elements.filter((element) => typeof element !== "string");
  const questions = body.filter((element) => element.kind !== "markdown");
  const oddId = questions.find(({ id }) => !/^[A-Za-z0-9_-]+$/.test(id))?.id;
  if (oddId !== undefined)
    return `${file}: the id "${oddId}" may hold letters, digits, hyphens and underscores only.`;
  if (questions.length === 0) return `${file}: body needs at least one element that asks something.`;
  // https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/common-validation-errors-when-creating-issue-forms
  for (const [what, values] of [
    ["id", questions.map(({ id }) => id)] as const,
    ["label", questions.map(({ label }) => label)] as const,
  ]) {
    const twice = values.find((value, at) => values.indexOf(value) !== at);
    if (twice !== undefined) return `${file}: the ${what} "${twice}" is used twice; GitHub wants each once.`;
  }
  return {
    file,
    name: text(top["name"]),
    description: text(top["description"]),
    title: text(top["title"]),
    labels: list(top["labels"]),
    assignees: list(top["assignees"]),
    type: typeof top["type"] === "string" ? top["type"] : null,
    body,
  };
}

function readElement(value: unknown, at: number): FormElement | string {
  if (!isFields(value)) return `element ${at + 1} of body should have a type and attributes.`;
  const attributes = isFields(value["attributes"]) ? value["attributes"] : {};
  const validations = isFields(value["validations"]) ? value["validations"] : {};
  const kind = value["type"];
  if (kind === "markdown") return { kind, value: text(attributes["value"]) };

  const label = text(attributes["label"]);
  if (label === "") return `element ${at + 1} of body needs a label.`;
  const base = {
    id: value["id"] === undefined ? `element-${at + 1}` : text(value["id"]),
    label,
    description: text(attributes["description"]),
    required: validations["required"] === true,
  };
  return readQuestion(kind, base, attributes) ?? unknownKind(kind, at);
}

function readQuestion(
  kind: unknown,
  base: Pick<Question, "id" | "label" | "description" | "required">,
  attributes: Fields,
): Question | undefined {
  switch (kind) {
    case "input":
    case "textarea": {
      const render =
        kind === "textarea" && attributes["render"] !== undefined ? text(attributes["render"]) : null;
      return {
        ...base,
        kind,
        render,
        placeholder: text(attributes["placeholder"]),
        value: text(attributes["value"]),
      };
    }
    case "dropdown": {
      const chosen = attributes["default"];
      return {
        ...base,
        kind,
        options: list(attributes["options"]),
        multiple: attributes["multiple"] === true,
        default: typeof chosen === "number" ? chosen : null,
      };
    }
    case "checkboxes": {
      const options = Array.isArray(attributes["options"]) ? attributes["options"].filter(isFields) : [];
      return {
        ...base,
        kind,
        options: options.map((option) => ({
          label: text(option["label"]),
          required: option["required"] === true,
        })),
      };
    }
    default:
      return undefined;
  }
}

const unknownKind = (kind: unknown, at: number): string =>
  `element ${at + 1} of body has the type ${JSON.stringify(kind)}; the sandbox knows markdown, input, textarea, dropdown and checkboxes.`;

const isFields = (value: unknown): value is Fields =>
  value !== null && typeof value === "object" && !Array.isArray(value);

const text = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";

/** A list, or a text with commas, as GitHub takes both for labels and assignees. */
const list = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.map(text).filter((entry) => entry !== "");
  return text(value)
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
};
