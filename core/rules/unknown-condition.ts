import { unexpectedWord } from "../message.ts";
import type { ProcessRule } from "./rule.ts";
import { conditionsOf } from "./support/conditions.ts";
import { subjectsOf } from "./support/subjects.ts";

/** A `when` about something nobody asks or decides. */
export const unknownCondition: ProcessRule = {
  id: "unknown-condition",
  scope: "process",
  severity: "error",
  purpose:
    "`when` asks about a field of the start form, a decision, or a value that a step collects, of the same process.",
  why: "The answer to a question nobody asks never comes, so the step would wait for ever, or be done although it should not.",
  examples: [
    {
      title: "A misspelt field",
      wrong: {
        process: `ask:
  - { id: budget, label: Budget, type: number }
steps:
  - { id: draft, title: Write the draft, role: author }
  - { id: sign, title: Sign the order, role: editor, when: { bugdet: ">= 10000" } }`,
      },
      at: "bugdet",
      right: {
        process: `ask:
  - { id: budget, label: Budget, type: number }
steps:
  - { id: draft, title: Write the draft, role: author }
  - { id: sign, title: Sign the order, role: editor, when: { budget: ">= 10000" } }`,
      },
    },
  ],
  check: (process) => {
    const subjects = subjectsOf(process);
    return conditionsOf(process)
      .filter(({ condition }) => !subjects.has(condition.subject))
      .map(({ condition, path }) => ({
        ...process.frontMatter.keyPositionOf(path),
        message: unexpectedWord(
          "field or decision",
          condition.subject,
          [...subjects.keys()],
          "add it to `ask`, or make the step that decides it `kind: decision`.",
        ),
      }));
  },
};
