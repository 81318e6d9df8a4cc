import { toString as textOf } from "mdast-util-to-string";
import { findSection, type ParsedBody, type ParsedProcess } from "../definition/index.ts";
import { code, codeList, nearest } from "../message.ts";
import type { ProcessRule, RuleFinding } from "./rule.ts";

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
  check: (process) => {
    const { draft, body, frontMatter, findings } = process;
    if (findings.some(({ problemId }) => problemId === "mdx-syntax")) return [];
    const spare = spareHeadings(process);
    return (draft.steps ?? []).flatMap((step, index) => {
      if (step.title === undefined || step.kind === "checkpoint" || step.kind === "process") return [];
      const missing = whatIsMissing(step.title, body, spare);
      return missing ? [{ ...frontMatter.positionOf(["steps", index]), ...missing }] : [];
    });
  },
};

/** What to say of a step without instructions; nothing where it has a section, or a heading so near that `heading-near-step` tells of it. */
function whatIsMissing(
  title: string,
  body: ParsedBody,
  spare: readonly string[],
): Pick<RuleFinding, "message"> | RuleFinding | undefined {
  const section = findSection(body, title);
  const remedy = "expected some words; write how the step is done, with a checklist where it helps.";
  if (section) {
    const message = `The section of step ${code(title)} is empty, ${remedy}`;
    return section.markdown === "" ? { message } : undefined;
  }
  const headings = body.sections.map((other) => other.title);
  if (nearest(title, headings) !== undefined) return undefined;
  const otherwise = lineFor(title, body);
  if (otherwise) {
    const message = `Heading ${code(otherwise.written)} begins no section, expected ${code(`## ${title}`)}, with two signs and a space; correct it.`;
    return { message, line: otherwise.line, column: otherwise.column };
  }
  const or =
    spare.length === 0
      ? ""
      : ` If ${codeList(spare, 3)} is meant for it, give that heading the step's title.`;
  return { message: `No section ${code(`## ${title}`)} in the body, ${remedy}${or}` };
}

/** Headings that are the title of no step, nor near to one: one of them may be what a step was called before. */
function spareHeadings({ draft, body }: ParsedProcess): string[] {
  const titles = (draft.steps ?? []).flatMap(({ title }) => title?.replace(/\s+/g, " ").trim() ?? []);
  const known = new Set(titles);
  const headings = new Set(body.sections.map(({ title }) => title));
  const others = [...headings].filter((title) => !known.has(title));
  const free = others.length === 0 ? [] : titles.filter((title) => !headings.has(title));
  return others.flatMap((title) => (nearest(title, free) === undefined ? [`## ${title}`] : []));
}

/** A line that would be the heading of a step, had it the right signs: another level, no space, or bold letters. */
function lineFor(title: string, { introduction, sections }: ParsedBody) {
  // Most sections are never parsed, so only those are looked into that may hold such a line.
  const candidates = [introduction, ...sections].filter(
    ({ markdown }) => markdown.includes(title) && /^ *[#*_]/m.test(markdown),
  );
  for (const node of candidates.flatMap(({ nodes }) => nodes)) {
    const start = node.position?.start;
    if (!start || (node.type !== "heading" && node.type !== "paragraph")) continue;
    const words = textOf(node).split("\n", 1)[0] ?? "";
    const isBold = node.type === "paragraph" && node.children[0]?.type === "strong";
    const written =
      node.type === "heading" ? `${"#".repeat(node.depth)} ${words}` : isBold ? `**${words}**` : words;
    if (/^(?:#+ *|\*\*)(.*?)(?::?\*\*)?$/s.exec(written)?.[1] === title)
      return { written, line: start.line, column: start.column };
  }
  return undefined;
}
