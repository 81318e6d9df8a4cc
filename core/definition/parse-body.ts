import type { RootContent } from "mdast";
import { VFileMessage } from "vfile-message";
import { code } from "../message.ts";
import { type AnswerTag, answerTags } from "./answer-tags.ts";
import { bodyOverLimit } from "./body-limits.ts";
import { type BodyFence, type BodyLink, fencesOf, linksOf } from "./body-parts.ts";
import { components } from "./components.ts";
import { type BodyPiece, cutBody } from "./cut-body.ts";
import type { Finding } from "./finding.ts";
import { parseMdx } from "./markdown-parser.ts";
import { bodyNestedTooDeep } from "./nesting.ts";
import { type PlainSection, readPlainSection } from "./plain-section.ts";
import { type CutTree, cutTree, emptySection, type Section } from "./section.ts";
import { unknownTag } from "./unknown-tag.ts";
import { unsafeFindings } from "./unsafe-mdx.ts";
import { moveTree, walkTree } from "./walk-tree.ts";

/** The body of a process: parsed, never run. Positions are those of the file. */
export interface ParsedBody {
  /** What stands before the first `## ` heading. */
  readonly introduction: Section;
  readonly sections: readonly Section[];
  /** Every link and image, in the order written. */
  readonly links: readonly BodyLink[];
  /** Every fenced block with a language, in the order written. */
  readonly fences: readonly BodyFence[];
  /** Every `<Answer field="…" />`, in the order written. */
  readonly answers: readonly AnswerTag[];
  readonly findings: readonly Finding[];
}

/**
 * Parses an MDX body in strict mode into sections. `firstLine` is the line of the file that it begins on.
 * What strict mode refuses becomes findings (`mdx-syntax`, `unsafe-mdx`, `unsafe-link`); nothing is ever run.
 */
export function parseBody(body: string, firstLine: number): ParsedBody {
  const linesBefore = firstLine - 1;
  const refusal = bodyNestedTooDeep(body, linesBefore) ?? bodyOverLimit(body, linesBefore);
  if (refusal) return bodyOf([], [refusal]);
  try {
    return bodyOf(readPieces(body, linesBefore) ?? [parsePart(body, linesBefore, 0)]);
  } catch (error) {
    return bodyOf([], [syntaxFinding(error, linesBefore)]);
  }
}

/** The body part by part, parsing only those that may hold more than words; nothing where it cannot be cut. */
function readPieces(body: string, linesBefore: number): CutTree[] | undefined {
  try {
    return cutBody(body)?.map((piece) => readPiece(piece, linesBefore + piece.linesBefore));
  } catch {
    // A tag that is closed in a later part, or a mistake: the whole body tells which, and where.
    return undefined;
  }
}

function readPiece({ text, charactersBefore }: BodyPiece, linesBefore: number): CutTree {
  const plain = readPlainSection(text);
  if (!plain) return parsePart(text, linesBefore, charactersBefore);
  const parse = () => parsePart(text, linesBefore, charactersBefore);
  return plain.title === undefined
    ? { introduction: laterParsed(plain, linesBefore, () => parse().introduction.nodes), sections: [] }
    : {
        introduction: emptySection,
        sections: [laterParsed(plain, linesBefore, () => parse().sections[0]?.nodes ?? [])],
      };
}

function parsePart(text: string, linesBefore: number, charactersBefore: number): CutTree {
  return cutTree(moveTree(parseMdx(text), linesBefore, charactersBefore), text, charactersBefore);
}

/** A section whose nodes are parsed when somebody asks for them. */
function laterParsed(
  { title, line, column, markdown, checklist }: PlainSection,
  linesBefore: number,
  parse: () => readonly RootContent[],
): Section {
  if (line === 0) return emptySection;
  let nodes: readonly RootContent[] | undefined;
  return {
    title: title ?? "",
    line: line + linesBefore,
    column,
    markdown,
    checklist: checklist.map((item) => ({ ...item, line: item.line + linesBefore })),
    get nodes() {
      nodes ??= parse();
      return nodes;
    },
  };
}

function bodyOf(parts: readonly CutTree[], findings: readonly Finding[] = []): ParsedBody {
  const nodes = parts.flatMap(({ tree }) => (tree ? [...walkTree(tree)] : []));
  return {
    introduction: parts[0]?.introduction ?? emptySection,
    sections: parts.flatMap(({ sections }) => sections),
    links: linksOf(nodes),
    fences: fencesOf(nodes),
    answers: answerTags(nodes),
    findings: [...findings, ...unsafeFindings(nodes)],
  };
}

/** The parser may repeat a whole line of the text. */
const longestReason = 1000;

/** What the parser says about a text it cannot read; its own assertions, which some texts run into, count as that. */
function syntaxFinding(error: unknown, linesBefore: number): Finding {
  const { reason, line, column } =
    error instanceof VFileMessage ? error : new VFileMessage("its marks contradict each other");
  // Errors about an unclosed tag name its place in their text: "(13:1-13:6)", and otherwise that of the paragraph, if any.
  const [, statedLine, statedColumn] = / \((\d+):(\d+)-\d+:\d+\)/.exec(reason) ?? [];
  const plainReason = reason
    .replace(/ \(\d+:\d+-\d+:\d+\)/g, "")
    .slice(0, longestReason)
    .replace(/[.]+$/, "");
  return {
    problemId: "mdx-syntax",
    line: linesBefore + Number(statedLine ?? line ?? 1),
    column: Number(statedColumn ?? column ?? 1),
    message: mistakeIn(plainReason),
  };
}

const plainSigns = "write `\\<` or `\\{` where a plain sign is meant, and close every tag.";

/** What the parser means, where many run into it; its own words otherwise. */
function mistakeIn(reason: string): string {
  if (/acorn|expression/i.test(reason))
    return "A curly bracket `{` begins a formula, expected plain text; write `\\{` where the sign itself is meant.";
  if (/`@`.*create a link in MDX/.test(reason))
    return "A mail address stands between `<` and `>`, expected a link with words; write `[the words](mailto:…)`.";
  if (/create a link in MDX/.test(reason))
    return "An address stands between `<` and `>`, expected a link with words; write `[the words](https://…)`.";
  if (/create a comment in MDX/.test(reason))
    return "A comment begins with `<!--`, expected text that readers may see; take it out.";
  const [, sign] = /^Unexpected character `([^`\s])` \(U\+\w+\) before name/.exec(reason) ?? [];
  if (sign !== undefined) {
    const words = /\d/.test(sign) ? `under ${sign}` : "less than";
    return `A ${code("<")} stands before ${code(sign)}, expected plain text; write ${code(`\\<${sign}`)}, or say it in words, such as ${words}.`;
  }
  if (/^Unexpected closing slash/.test(reason))
    return "A closing tag stands here without one that opens, expected plain text; take it out.";
  const [, tag] = /closing tag for `(<[^>`]+>)`/.exec(reason) ?? [];
  const [, name = ""] = /^<([^\s/>]+)/.exec(tag ?? "") ?? [];
  if (tag && name !== "" && !components.has(name)) return unknownTag(name);
  if (tag)
    return `${code(tag)} is opened and never closed, expected plain text, or ${code(tag.replace("<", "</").replace(/ .*>/, ">"))} further down; add that, or take ${code(tag)} out.`;
  return `This is not readable MDX (${reason.slice(0, 200)}); ${plainSigns}`;
}
