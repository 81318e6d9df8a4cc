import { findSection } from "../definition/index.ts";
import { code, nearest } from "../message.ts";
import type { ProcessRule } from "./rule.ts";

/** A step whose instructions are missing. */
export const stepWithoutInstructions: ProcessRule = {
  id: "step-without-instructions",
  scope: "process",
  severity: "warning",
  purpose:
    "Every step has a section in the body, under a `## ` heading equal to its title, that says how it is done.",
  why: "The section becomes the text of the issue. Without it, the person whose turn it is gets a title and a date, and has to ask.",
  examples: [
    {
      title: "A step without a section",
      wrong: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "Some words about it all.\n",
      },
      at: "{ id: draft",
      right: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the draft\n\nBegin with the end in mind.\n",
      },
    },
  ],
  check: ({ draft, body, frontMatter, findings }) => {
    if (findings.some(({ problemId }) => problemId === "mdx-syntax")) return [];
    return (draft.steps ?? []).flatMap((step, index) => {
      if (step.title === undefined || step.kind === "checkpoint" || step.kind === "process") return [];
      const section = findSection(body, step.title);
      if (section && section.markdown !== "") return [];
      const near = section
        ? undefined
        : nearest(
            step.title,
            body.sections.map(({ title }) => title),
          );
      const found = near
        ? `but there is ${code(`## ${near}`)}; make the two equal.`
        : "expected some; write how the step is done, with a checklist where it helps.";
      const empty = section ? "The section of step" : "No section";
      const message = section
        ? `${empty} ${code(step.title)} is empty, ${found}`
        : `${empty} ${code(`## ${step.title}`)} in the body, ${found}`;
      return [{ ...frontMatter.positionOf(["steps", index]), message }];
    });
  },
};
