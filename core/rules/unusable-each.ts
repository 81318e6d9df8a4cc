import { code, codeList, unexpectedWord } from "../message.ts";
import type { ProcessRule, RuleFinding } from "./rule.ts";
import { isMisreadAt } from "./support/misread.ts";

const list = "ask:\n  - { id: speakers, label: Speakers, type: list, required: true }\n";

/** A step for each of something that is no list, or that cannot be done for each. */
export const unusableEach: ProcessRule = {
  id: "unusable-each",
  scope: "process",
  severity: "error",
  purpose:
    "`each` names a question of `type: list`, and stands in a step that can be done for each item by itself.",
  why: "A step with `each` becomes as many steps as the list has items. Where there is no list nobody knows how many; a decision for each item would have as many outcomes, and what comes after it could follow none of them.",
  examples: [
    {
      title: "A question for a text",
      wrong: {
        process: `ask:
  - { id: speakers, label: Speakers }
steps:
  - { id: invite, title: Invite everybody, role: author, each: speakers }`,
      },
      at: "speakers }",
      right: {
        process: `${list}steps:
  - { id: invite, title: Invite everybody, role: author, each: speakers }`,
      },
    },
    {
      title: "A list that nobody is asked for",
      wrong: {
        process: `${list}steps:
  - { id: invite, title: Invite everybody, role: author, each: speeker }`,
      },
      at: "speeker",
      right: {
        process: `${list}steps:
  - { id: invite, title: Invite everybody, role: author, each: speakers }`,
      },
    },
    {
      title: "A decision for each",
      wrong: {
        process: `${list}steps:
  - { id: choose, title: Choose the talk, role: author, kind: decision, options: [long, short], each: speakers }
  - { id: print, title: Print the long programme, role: author, when: { choose: long } }`,
      },
      at: "each:",
      right: {
        process: `${list}steps:
  - { id: choose, title: Choose the talk, role: author, each: speakers }
  - { id: print, title: Print the long programme, role: author }`,
      },
    },
    {
      title: "For each, and again and again",
      wrong: {
        process: `${list}steps:
  - { id: post, title: Post about the talk, role: author, each: speakers, due: -4w..-1w, every: 1w }`,
      },
      at: "each:",
      right: {
        process: `${list}steps:
  - { id: post, title: Post about the talk, role: author, each: speakers, due: -4w..-1w }`,
      },
    },
  ],
  check: (process) => {
    const { draft, frontMatter } = process;
    const fields = draft.ask ?? [];
    const lists = fields.flatMap(({ id, type }) => (type === "list" && id !== undefined ? [id] : []));
    return (draft.steps ?? []).flatMap(({ each, every, kind }, index): RuleFinding[] => {
      if (each === undefined) return [];
      const atKey = () => frontMatter.keyPositionOf(["steps", index, "each"]);
      if (kind === "decision")
        return [
          {
            ...atKey(),
            message:
              "A decision cannot be made for each item of a list, since one step after it could not follow them all, expected `each` in other kinds of steps; take it out, or decide within a child process that is done for each.",
          },
        ];
      if (every !== undefined)
        return [
          {
            ...atKey(),
            message:
              "`each` and `every` stand in one step, expected one of them: as many steps as items, or as many as times; take one out, or move the step into a child process that is done for each.",
          },
        ];
      // Where a question is misread, what names it cannot be judged.
      if (lists.includes(each) || isMisreadAt(process, /^ask/)) return [];
      const isAsked = fields.some(({ id }) => id === each);
      const others = lists.length > 0 ? `, or name ${codeList(lists)}` : "";
      const message = isAsked
        ? `${code(each)} is no question for a list, expected \`type: list\`; add that to it${others}.`
        : unexpectedWord("list", each, lists, "add a question with `type: list` to `ask`.");
      return [{ ...frontMatter.positionOf(["steps", index, "each"]), message }];
    });
  },
};
