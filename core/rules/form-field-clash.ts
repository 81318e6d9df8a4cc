import { defaultAnchor, type ParsedProcess } from "../definition/index.ts";
import { reservedFieldIds } from "../form/index.ts";
import { code } from "../message.ts";
import { text } from "../text/index.ts";
import type { ProcessRule, RuleFinding } from "./rule.ts";

/** Two questions of a start form under one name. */
export const formFieldClash: ProcessRule = {
  id: "form-field-clash",
  scope: "process",
  severity: "error",
  purpose:
    "Every question of the start form has an id and a label that nothing else in the form has, and a value that steps collect an id of its own.",
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
      title: "A value with the id of a question",
      wrong: {
        process: `ask:
  - { id: cost, label: Budget, type: number }
steps:
  - { id: order, title: Order it, role: author, collect: [{ id: cost, label: What it cost, type: money }] }`,
      },
      at: "cost, label: What",
      right: {
        process: `ask:
  - { id: budget, label: Budget, type: number }
steps:
  - { id: order, title: Order it, role: author, collect: [{ id: cost, label: What it cost, type: money }] }`,
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
    const inForm = (draft.ask ?? []).flatMap(({ id, label }, index) => {
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
    return [...inForm, ...clashesOfCollected(draft, frontMatter, ids)];
  },
};

/**
 * Values that steps collect under the id of something else. One id may stand in several steps, which add up, where it is the same value
 * in all of them.
 */
function clashesOfCollected(
  { steps }: ParsedProcess["draft"],
  frontMatter: ParsedProcess["frontMatter"],
  taken: ReadonlyMap<string, string>,
): RuleFinding[] {
  const known = new Map<string, string>();
  return (steps ?? []).flatMap(({ collect }, step) => {
    const own = new Set<string>();
    return (collect ?? []).flatMap(({ id, label, type, currency }, index): RuleFinding[] => {
      if (id === undefined) return [];
      const what = JSON.stringify([label, type ?? "text", currency]);
      const by = own.has(id)
        ? "this step has it"
        : (taken.get(id) ??
          ((known.get(id) ?? what) === what ? undefined : "another step has it for another value"));
      own.add(id);
      known.set(id, known.get(id) ?? what);
      if (by === undefined) return [];
      const message = `The id ${code(id)} is taken, ${by}; give this value another id.`;
      return [{ ...frontMatter.positionOf(["steps", step, "collect", index, "id"]), message }];
    });
  });
}
