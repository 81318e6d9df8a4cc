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
      return [{ ...frontMatter.positionOf(["steps", index]), message: missing }];
    });
  },
};

/** What to say of a step without instructions; nothing where it has a section, or a heading so near that `heading-near-step` tells of it. */
function whatIsMissing(title: string, body: ParsedBody): string | undefined {
  const section = findSection(body, title);
  const remedy = "expected some words; write how the step is done, with a checklist where it helps.";
  if (section)
    return section.markdown === "" ? `The section of step ${code(title)} is empty, ${remedy}` : undefined;
  const near = nearest(
    title,
    body.sections.map((other) => other.title),
  );
  if (near !== undefined) return undefined;
  const otherwise = headingsIn(body).find((heading) => heading.replace(/^#+ */, "") === title);
  return otherwise === undefined
    ? `No section ${code(`## ${title}`)} in the body, ${remedy}`
    : `Heading ${code(otherwise)} begins no section, expected ${code(`## ${title}`)}, with two signs and a space; correct it.`;
}

/** Lines that begin with `#` and begin no section: headings of another level, or without the space. */
function headingsIn({ introduction, sections }: ParsedBody): string[] {
  return [introduction, ...sections].flatMap(({ markdown }) => markdown.match(/^#.*$/gm) ?? []);
}
