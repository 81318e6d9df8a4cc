import type { ParsedProcess } from "../definition/index.ts";
import { code, codeList } from "../message.ts";
import type { ProcessRule, RuleFinding } from "./rule.ts";
import { isMisread } from "./support/misread.ts";

type DraftField = NonNullable<ParsedProcess["draft"]["ask"]>[number];

/** A question whose choices GitHub's form cannot show. */
export const unusableChoice: ProcessRule = {
  id: "unusable-choice",
  scope: "process",
  severity: "error",
  purpose:
    "A question of `type: choice` has choices, each once and none of them `None`, and a default is one of them.",
  why: "GitHub refuses a form with an empty or doubled list of choices, and adds the choice `None` itself. Nobody could start the process.",
  examples: [
    {
      title: "A choice without choices",
      wrong: { process: "ask:\n  - { id: size, label: Size, type: choice }" },
      at: "{ id: size",
      right: { process: "ask:\n  - { id: size, label: Size, type: choice, options: [small, large] }" },
    },
    {
      title: "A default that is no choice",
      wrong: {
        process:
          "ask:\n  - { id: size, label: Size, type: choice, options: [small, large], default: medium }",
      },
      at: "medium",
      right: {
        process: "ask:\n  - { id: size, label: Size, type: choice, options: [small, large], default: large }",
      },
    },
    {
      title: "Choices of a question that takes any text",
      wrong: { process: "ask:\n  - { id: size, label: Size, options: [small, large] }" },
      at: "[small",
      right: { process: "ask:\n  - { id: size, label: Size, type: choice, options: [small, large] }" },
    },
  ],
  check: (process) => [...inForm(process), ...inSteps(process)],
};

function inForm(process: ParsedProcess): RuleFinding[] {
  return (process.draft.ask ?? []).flatMap((field, index) => {
    const isUnclear = isMisread(process, "ask", index, "type") || isMisread(process, "ask", index, "options");
    const found = isUnclear ? undefined : reasonAgainst(field);
    if (!found) return [];
    const path = ["ask", index, ...(found.key === undefined ? [] : [found.key])];
    return [{ ...process.frontMatter.positionOf(path), message: found.message }];
  });
}

/** Values that steps collect, with choices or a currency that their type does not have. */
function inSteps(process: ParsedProcess): RuleFinding[] {
  return (process.draft.steps ?? []).flatMap(({ collect }, step) =>
    (collect ?? []).flatMap((field, index): RuleFinding[] => {
      const path = ["steps", step, "collect", index];
      if (["type", "options", "currency"].some((key) => isMisread(process, ...path, key))) return [];
      const found = reasonAgainstValue(field);
      if (!found) return [];
      const place = found.key === undefined ? path : [...path, found.key];
      return [{ ...process.frontMatter.positionOf(place), message: found.message }];
    }),
  );
}

type DraftValue = NonNullable<NonNullable<ParsedProcess["draft"]["steps"]>[number]["collect"]>[number];

function reasonAgainstValue({
  id,
  type,
  options,
  currency,
}: DraftValue): { key?: "options" | "currency"; message: string } | undefined {
  const name = code(id ?? "");
  if (type !== "choice" && options !== undefined)
    return {
      key: "options",
      message: `Value ${name} has choices but is not \`type: choice\`, so nobody would be asked to choose; add the type, or take the choices out.`,
    };
  if (type === "choice" && (options ?? []).length === 0)
    return {
      message: `Value ${name} has nothing to choose from, expected \`options:\` with a list; add it.`,
    };
  if (type !== "money" && currency !== undefined)
    return {
      key: "currency",
      message: `Value ${name} has a currency but is not \`type: money\`, so it would not count; add the type, or take the currency out.`,
    };
  return undefined;
}

function reasonAgainst({
  id,
  type,
  options,
  default: preset,
}: DraftField): { key?: "options" | "default"; message: string } | undefined {
  const name = code(id ?? "");
  if (type !== "choice" && options !== undefined)
    return {
      key: "options",
      message: `Question ${name} has choices but is not \`type: choice\`, so they would not be shown; add the type, or take the choices out.`,
    };
  const choices = type === "yes-no" ? ["yes", "no"] : (options ?? []);
  if (type === "choice" && choices.length === 0)
    return {
      message: `Question ${name} has nothing to choose from, expected \`options:\` with a list; add it.`,
    };
  const unusable = choices.find(
    (choice, index) =>
      choice.toLowerCase() === "none" ||
      choices.findIndex((other) => other.toLowerCase() === choice.toLowerCase()) < index,
  );
  if (unusable !== undefined)
    return {
      key: "options",
      message: `Choice ${code(unusable)} cannot stand in a form, expected each choice once, and none of them \`None\`; change it.`,
    };
  const isClosed = type === "choice" || type === "yes-no";
  if (!isClosed || preset === undefined || choices.includes(preset)) return undefined;
  return {
    key: "default",
    message: `Default ${code(preset)} is none of the choices, expected one of ${codeList(choices)}; pick one, or leave it out.`,
  };
}
