import { defaultAnchor } from "../definition/index.ts";
import { reservedFieldIds } from "../form/index.ts";
import { code } from "../message.ts";
import { text } from "../text/index.ts";
import type { ProcessRule, RuleFinding } from "./rule.ts";

/** Two questions of a start form under one name. */
export const formFieldClash: ProcessRule = {
  id: "form-field-clash",
  scope: "process",
  severity: "error",
  purpose: "Every question of the start form has an id and a label that nothing else in the form has.",
  why: "GitHub refuses a form with two equal names, and answers are told apart by their labels. The questions for the process, its anchor date and the people are always there.",
  examples: [
    {
      title: "The anchor date is asked for a second time",
      wrong: {
        process:
          "anchor: Publish date\nask:\n  - { id: goes-live, label: Publish date, type: date }\nsteps:\n  - { id: draft, title: Write the draft, role: author, due: -3d }",
      },
      at: "Publish date, type",
      right: {
        process:
          "anchor: Publish date\nask:\n  - { id: printed, label: Print date, type: date }\nsteps:\n  - { id: draft, title: Write the draft, role: author, due: -3d }",
      },
    },
    {
      title: "Two questions with one id",
      wrong: { process: "ask:\n  - { id: topic, label: Topic }\n  - { id: topic, label: Working title }" },
      at: "topic, label: Working",
      right: { process: "ask:\n  - { id: topic, label: Topic }\n  - { id: title, label: Working title }" },
    },
    {
      title: "A question with the id of a decision",
      wrong: {
        process: `ask:
  - { id: route, label: Which way }
steps:
  - { id: route, title: Build or buy, kind: decision, role: editor, options: [build, buy] }
  - { id: order, title: Order it, role: author, when: { route: buy } }`,
      },
      at: "route, label",
      right: {
        process: `ask:
  - { id: wish, label: Which way }
steps:
  - { id: route, title: Build or buy, kind: decision, role: editor, options: [build, buy] }
  - { id: order, title: Order it, role: author, when: { route: buy } }`,
      },
    },
  ],
  check: ({ draft, frontMatter }) => {
    const decisions = (draft.steps ?? []).filter(({ kind }) => kind === "decision");
    const ids = new Map<string, string>([
      ...reservedFieldIds.map((id): [string, string] => [id, "every start form has it"]),
      ...decisions.flatMap(({ id }): [string, string][] => (id ? [[id, "a decision has it"]] : [])),
    ]);
    const ownLabels = [text.form.processLabel, text.form.peopleLabel, draft.anchor ?? defaultAnchor];
    const labels = new Map(ownLabels.map((label) => [label.toLowerCase(), "every start form has it"]));
    return (draft.ask ?? []).flatMap(({ id, label }, index) => {
      const clash = (key: "id" | "label", value: string, taken: Map<string, string>): RuleFinding[] => {
        const by = taken.get(value.toLowerCase());
        taken.set(value.toLowerCase(), by ?? `question ${index + 1} has it`);
        if (by === undefined) return [];
        const message = `The ${key} ${code(value)} is taken, ${by}; give this question another ${key}.`;
        return [{ ...frontMatter.positionOf(["ask", index, key]), message }];
      };
      return [
        ...(id === undefined ? [] : clash("id", id, ids)),
        ...(label === undefined ? [] : clash("label", label, labels)),
      ];
    });
  },
};
