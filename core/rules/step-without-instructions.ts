import { findSection, type ParsedBody } from "../definition/index.ts";
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
    {
      title: "A section with nothing in it",
      wrong: {
        process: "steps:\n  - { id: draft, title: Write the draft, role: author }",
        body: "## Write the draft\n",
      },
      at: "{ id: draft",
      right: {
        process: "steps:\n  - { id: go, title: Live, kind: checkpoint }",
        body: "A checkpoint is a date, and needs no instructions.\n",
      },
    },
  ],
  check: ({ draft, body, frontMatter, findings }) => {
    if (findings.some(({ problemId }) => problemId === "mdx-syntax")) return [];
    return (draft.steps ?? []).flatMap((step, index) => {
      if (step.title === undefined || step.kind === "checkpoint" || step.kind === "process") return [];
      const missing = whatIsMissing(step.title, body);
      if (missing === undefined) return [];
      const message = `${missing}, expected some words; write how the step is done, with a checklist where it helps.`;
      return [{ ...frontMatter.positionOf(["steps", index]), message }];
    });
  },
};

/** What a step lacks; nothing where it has a section, or a heading so near that `heading-near-step` tells of it. */
function whatIsMissing(title: string, body: ParsedBody): string | undefined {
  const section = findSection(body, title);
  if (section) return section.markdown === "" ? `The section of step ${code(title)} is empty` : undefined;
  const near = nearest(
    title,
    body.sections.map((other) => other.title),
  );
  return near === undefined ? `No section ${code(`## ${title}`)} in the body` : undefined;
}
