import { parseCivilDate } from "../calendar/index.ts";
import type { Condition } from "../definition/index.ts";
import { code, codeList, nearest } from "../message.ts";
import type { ProcessRule } from "./rule.ts";
import { conditionsOf } from "./support/conditions.ts";
import { type Subject, subjectsOf } from "./support/subjects.ts";

/** A `when` that no answer fulfils. */
export const impossibleCondition: ProcessRule = {
  id: "impossible-condition",
  scope: "process",
  severity: "error",
  purpose: "Every `when` can hold: it names an answer that the field or the decision can have.",
  why: "A step whose condition never holds is never done, and nobody is told. Most often the answer is misspelt.",
  examples: [
    {
      title: "An outcome the decision does not have",
      wrong: {
        process: `steps:
  - { id: route, title: Build or buy, kind: decision, role: editor, options: [build, buy] }
  - { id: order, title: Order it, role: author, when: { route: by } }`,
      },
      at: "by }",
      right: {
        process: `steps:
  - { id: route, title: Build or buy, kind: decision, role: editor, options: [build, buy] }
  - { id: order, title: Order it, role: author, when: { route: buy } }`,
      },
    },
    {
      title: "A comparison with an answer that is no number",
      wrong: {
        process: `ask:
  - { id: size, label: Size, type: choice, options: [small, large] }
steps:
  - { id: draft, title: Write the draft, role: author, when: { size: "> 3" } }`,
      },
      at: '"> 3"',
      right: {
        process: `ask:
  - { id: size, label: Number of pages, type: number }
steps:
  - { id: draft, title: Write the draft, role: author, when: { size: "> 3" } }`,
      },
    },
    {
      title: "Every outcome excluded",
      wrong: {
        process: `steps:
  - { id: route, title: Build or buy, kind: decision, role: editor, options: [build, buy] }
  - { id: order, title: Order it, role: author, when: { route: { not: [build, buy] } } }`,
      },
      at: "{ not:",
      right: {
        process: `steps:
  - { id: route, title: Build or buy, kind: decision, role: editor, options: [build, buy] }
  - { id: order, title: Order it, role: author, when: { route: { not: build } } }`,
      },
    },
  ],
  check: (process) => {
    const subjects = subjectsOf(process);
    return conditionsOf(process).flatMap(({ condition, path }) => {
      const subject = subjects.get(condition.subject);
      const message = subject && reasonAgainst(condition, subject);
      return message === undefined ? [] : [{ ...process.frontMatter.positionOf(path), message }];
    });
  },
};

const isDay = (written: string) => parseCivilDate(written) !== undefined;
/** Of an amount of money a currency may follow. */
const isAmount = (written: string) => /^-?\d+(?:\.\d+)?(?: [A-Z]{3})?$/.test(written);

function reasonAgainst(
  { test }: Condition,
  { id, answers, isNumber, isDate, isList, step }: Subject,
): string | undefined {
  if (test.kind === "filled") {
    if (step === undefined) return undefined;
    return `A decision such as ${code(id)} always has an outcome, so nothing is to be filled in; name the outcome this step is for.`;
  }
  if (isList)
    return `${code(id)} is a list, which is no single answer, expected \`filled\` or \`not: filled\`; write whether anything must be in it.`;
  if (test.kind === "compare") {
    if (isNumber) return undefined;
    return `A comparison with a number, but ${code(id)} is not answered with one; make it \`type: number\` there, or name the answers that count.`;
  }
  const [other] = test.values;
  if (test.kind === "any-of" && (isNumber || isDate) && !test.values.some(isDate ? isDay : isAmount))
    return `Unexpected answer ${code(other)} to ${code(id)}, expected ${isDate ? "a day such as `2027-01-15`" : "a number, or a comparison"}; ${nearest(other ?? "", ["filled"]) ? `did you mean ${code("filled")}?` : "correct it, or write `filled` for any."}`;
  if (answers === undefined) return undefined;
  const known = new Set(answers.map((answer) => answer.toLowerCase()));
  const unknown = test.values.find((value) => !known.has(value.toLowerCase()));
  if (unknown !== undefined) {
    const near = nearest(unknown, answers);
    const remedy = near ? `did you mean ${code(near)}?` : "correct it, or add it to `options`.";
    return `Unexpected answer ${code(unknown)} to ${code(id)}, expected one of ${codeList(answers)}; ${remedy}`;
  }
  const excluded = new Set(test.values.map((value) => value.toLowerCase()));
  if (test.kind === "none-of" && known.isSubsetOf(excluded))
    return `\`not\` excludes every answer to ${code(id)}, expected one to be left; take one out of the list, or remove the step.`;
  return undefined;
}
