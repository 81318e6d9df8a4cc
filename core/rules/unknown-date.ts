import { code, codeList, unexpectedWord } from "../message.ts";
import type { ProcessRule } from "./rule.ts";
import { isMisreadAt } from "./support/misread.ts";

/** A step that counts from a date nobody is asked for. */
export const unknownDate: ProcessRule = {
  id: "unknown-date",
  scope: "process",
  severity: "error",
  purpose: "`from` names a question of the start form for a date, and that question must be answered.",
  why: "A step that counts from a second date, such as a code freeze beside the release, has no due date until somebody says when that is. The start form has to ask, and must not let it stay empty.",
  examples: [
    {
      title: "A question for a text",
      wrong: {
        process: `ask:
  - { id: freeze, label: Code freeze, required: true }
steps:
  - { id: branch, title: Cut the branch, role: author, from: freeze, due: 0d }`,
      },
      at: "freeze, due",
      right: {
        process: `ask:
  - { id: freeze, label: Code freeze, type: date, required: true }
steps:
  - { id: branch, title: Cut the branch, role: author, from: freeze, due: 0d }`,
      },
    },
    {
      title: "A question that may stay empty",
      wrong: {
        process: `ask:
  - { id: freeze, label: Code freeze, type: date }
steps:
  - { id: branch, title: Cut the branch, role: author, from: freeze, due: 0d }`,
      },
      at: "freeze, due",
      right: {
        process: `ask:
  - { id: freeze, label: Code freeze, type: date, required: true }
steps:
  - { id: branch, title: Cut the branch, role: author, from: freeze, due: 0d }`,
      },
    },
  ],
  check: (process) => {
    const { draft, frontMatter } = process;
    // Where a question is misread, what names it cannot be judged.
    if (isMisreadAt(process, /^ask/)) return [];
    const fields = draft.ask ?? [];
    const dates = fields.flatMap(({ id, type }) => (type === "date" && id !== undefined ? [id] : []));
    return (draft.steps ?? []).flatMap(({ from }, index) => {
      if (from === undefined) return [];
      const field = fields.find(({ id }) => id === from);
      const message = field
        ? reasonAgainst(from, field, dates)
        : unexpectedWord(
            "date",
            from,
            dates,
            "add a question with `type: date` and `required: true` to `ask`.",
          );
      return message === undefined ? [] : [{ ...frontMatter.positionOf(["steps", index, "from"]), message }];
    });
  },
};

function reasonAgainst(
  id: string,
  {
    type,
    required,
    default: preset,
  }: { type?: string | undefined; required?: boolean | undefined; default?: string | undefined },
  dates: readonly string[],
): string | undefined {
  if (type !== "date") {
    const others = dates.length > 0 ? `, or count from ${codeList(dates)}` : "";
    return `${code(id)} is no question for a date, expected \`type: date\`; add that to it${others}.`;
  }
  if (required === true || preset !== undefined) return undefined;
  return `${code(id)} may be left empty, so nobody would know when this step is due, expected a question that must be answered; add \`required: true\` to it.`;
}
