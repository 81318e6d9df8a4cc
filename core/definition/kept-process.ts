import { z } from "zod";
import type { LocatedData } from "./located-yaml.ts";
import { normalizeText } from "./normalize-text.ts";
import { readFrontMatter } from "./parse-mdx-file.ts";
import { type ParsedProcess, type ProcessSource, parseProcess, placeInHandbook } from "./parse-process.ts";
import type { Section } from "./section.ts";

const place = { line: z.number(), column: z.number() };
const findingSchema = z.object({
  problemId: z.string(),
  ...place,
  message: z.string(),
  misread: z.string().exactOptional(),
});
const sectionSchema = z.object({
  title: z.string(),
  ...place,
  markdown: z.string(),
  checklist: z.array(z.object({ text: z.string(), line: z.number() })),
});
const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * A process file that has been read, as plain data that can be kept beside the text it was read from: all that most
 * readers ask for. What is not here, trees of the Markdown and places in the YAML, is read from the text when asked for.
 * The draft is taken as it comes: whoever keeps it has to know that the same program read the same text.
 */
export const keptProcessSchema = z.object({
  draft: z.custom<ParsedProcess["draft"]>(isObject),
  findings: z.array(findingSchema),
  body: z.object({
    introduction: sectionSchema,
    sections: z.array(sectionSchema),
    links: z.array(z.object({ url: z.string(), isImage: z.boolean(), ...place })),
    fences: z.array(z.object({ language: z.string(), text: z.string(), ...place })),
    answers: z.array(z.object({ field: z.string(), ...place })),
    findings: z.array(findingSchema),
  }),
});

export type KeptProcess = z.output<typeof keptProcessSchema>;

/** What is to be kept of a process that was read. */
export function keptProcess({ draft, findings, body }: ParsedProcess): KeptProcess {
  const { introduction, sections, links, fences, answers } = body;
  return {
    draft,
    findings: [...findings],
    body: {
      introduction: keptSection(introduction),
      sections: sections.map(keptSection),
      links: [...links],
      fences: [...fences],
      answers: [...answers],
      findings: [...body.findings],
    },
  };
}

function keptSection({
  title,
  line,
  column,
  markdown,
  checklist,
}: Section): KeptProcess["body"]["introduction"] {
  return { title, line, column, markdown, checklist: [...checklist] };
}

/** The process that was read from a text, from what was kept of it: as `parseProcess` gives it, and sooner. */
export function restoredProcess(
  source: ProcessSource,
  { draft, findings, body }: KeptProcess,
): ParsedProcess {
  let again: ParsedProcess["body"] | undefined;
  const bodyAgain = () => {
    again ??= parseProcess(source).body;
    return again;
  };
  const { introduction, sections } = body;
  return {
    ...placeInHandbook(source.path),
    frontMatter: readLater(() => readFrontMatter(normalizeText(source.text)).frontMatter),
    draft,
    findings,
    body: {
      ...body,
      introduction: restoredSection(introduction, () => bodyAgain().introduction.nodes),
      sections: sections.map((section, index) =>
        restoredSection(section, () => bodyAgain().sections[index]?.nodes ?? []),
      ),
    },
  };
}

function restoredSection(kept: Omit<Section, "nodes">, nodesAgain: () => Section["nodes"]): Section {
  return {
    ...kept,
    get nodes() {
      return kept.markdown === "" ? [] : nodesAgain();
    },
  };
}

function readLater(read: () => LocatedData): LocatedData {
  let known: LocatedData | undefined;
  const data = () => {
    known ??= read();
    return known;
  };
  return {
    get value() {
      return data().value;
    },
    get findings() {
      return data().findings;
    },
    positionOf: (path) => data().positionOf(path),
    keyPositionOf: (path) => data().keyPositionOf(path),
  };
}
