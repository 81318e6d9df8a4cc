import { nearest } from "../../message.ts";
import { ownLines } from "./own-lines.ts";
import { synonyms } from "./synonyms.ts";

/** The commands people may write, in the order `/help` lists them. */
export const commandNames = [
  "go",
  "done",
  "approve",
  "changes",
  "decide",
  "skip",
  "due",
  "hand-to",
  "add",
  "move",
  "upgrade",
  "undo",
  "status",
  "cancel",
  "help",
] as const;

export type CommandName = (typeof commandNames)[number];

/** A command as it was written: `/due 2026-12-04 The expert is away`. */
export interface WrittenCommand {
  /** The command; null for a word that is none. */
  readonly name: CommandName | null;
  /** What a word that is no command was probably meant to be; null when nobody can tell. */
  readonly near: CommandName | null;
  /** The word after the slash, in lower case. */
  readonly word: string;
  /** The rest of the line, without white space around it. */
  readonly rest: string;
  /** The ordinary lines below, up to the next command. */
  readonly below: string;
  /** Whether more stands there than is read. */
  readonly isCut: boolean;
}

/** The commands of a comment, and the lines of those that are one too many. */
export interface WrittenCommands {
  readonly commands: readonly WrittenCommand[];
  readonly leftOut: readonly string[];
}

const mostCommands = 10;
const longestRest = 1000;
const longestBelow = 1000;
/** Lines that are named when a comment holds more than are followed. */
const mostNamed = 10;

/**
 * The commands of a comment: lines that begin with a slash and a word, and that begin a paragraph or follow another command. Lines
 * in fenced or indented code, in quotations, in HTML that quotes or hides and in a mail that is answered are not read, so that quoting somebody
 * repeats nothing. Reads each character a fixed number of times.
 */
export function parseCommands(body: string): WrittenCommands {
  const found: { command: WrittenCommand; below: string[] }[] = [];
  const leftOut: string[] = [];
  for (const line of readableLines(body)) {
    const command = line.mayBegin ? commandOf(line.text) : undefined;
    if (command === undefined) {
      if (!line.text.startsWith(">")) found.at(-1)?.below.push(line.text);
    } else if (found.length < mostCommands) found.push({ command, below: [] });
    else if (leftOut.length < mostNamed) leftOut.push(line.text.slice(0, 100));
  }
  const commands = found.map(({ command, below }) => {
    const whole = below.join("\n").trim();
    return { ...command, below: whole.slice(0, longestBelow), isCut: whole.length > longestBelow };
  });
  return { commands, leftOut };
}

interface ReadableLine {
  /** Without white space around it. */
  readonly text: string;
  /** Whether a command may stand in it. */
  readonly mayBegin: boolean;
}

/** The lines of a comment outside code, HTML comments, HTML that quotes and the mail that it answers. */
function* readableLines(body: string): Generator<ReadableLine> {
  let fence: string | undefined;
  let html: OpenHtml | undefined;
  let beginsParagraph = true;
  for (const line of ownLines(body.replace(/\r\n?/g, "\n").split("\n"))) {
    const indent = line.length - line.trimStart().length;
    const text = withoutInvisible(line).trim();
    if (fence !== undefined) {
      if (indent < 4 && closesFence(text, fence)) fence = undefined;
      beginsParagraph = true;
      continue;
    }
    const wasOpen = html !== undefined;
    html = htmlAfter(text.toLowerCase(), html);
    if (wasOpen || html !== undefined) {
      beginsParagraph = false;
      continue;
    }
    fence = indent < 4 ? fenceOf(text) : undefined;
    if (fence !== undefined) continue;
    const isCode = indent >= 4 || line.startsWith("\t");
    if (isCode && text !== "") {
      beginsParagraph = false;
      continue;
    }
    yield { text, mayBegin: beginsParagraph };
    beginsParagraph = text === "" || (beginsParagraph && commandOf(text) !== undefined);
  }
}

/** HTML that is open at the end of a line: an HTML comment, or a tag and how many of it. */
interface OpenHtml {
  readonly tag: "!--" | (typeof quotingTags)[number];
  readonly depth: number;
}

/** HTML whose content GitHub shows as a quotation or as code, or not at all, up to its closing tag. */
const quotingTags = ["pre", "script", "style", "textarea", "blockquote", "code", "details"] as const;

/** The HTML that is open after a line in lower case, given what was open before it. */
function htmlAfter(line: string, before: OpenHtml | undefined): OpenHtml | undefined {
  for (const tag of before ? [before.tag] : (["!--", ...quotingTags] as const)) {
    const [opening, closing] = tag === "!--" ? ["<!--", "-->"] : [`<${tag}`, `</${tag}`];
    const opens = line.split(opening).length - 1;
    const closes = line.split(closing).length - 1;
    // Comments do not nest: the first end is the end.
    const depth = tag === "!--" && closes > 0 ? 0 : (before?.depth ?? 0) + opens - closes;
    const isStill = tag === "!--" && line.lastIndexOf(opening) > line.lastIndexOf(closing);
    if (depth > 0 || (isStill && opens > 0)) return { tag, depth: Math.max(depth, 1) };
  }
  return undefined;
}

function fenceOf(text: string): string | undefined {
  const sign = text[0];
  if (sign !== "`" && sign !== "~") return undefined;
  let length = 0;
  while (text[length] === sign) length += 1;
  return length >= 3 && !(sign === "`" && text.slice(length).includes("`")) ? sign.repeat(length) : undefined;
}

function closesFence(text: string, fence: string): boolean {
  return text.startsWith(fence) && text.replaceAll(fence[0] ?? "", "") === "";
}

/** Signs that nobody sees, which telephones and copied texts leave within a word. */
function withoutInvisible(line: string): string {
  return line.replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, "");
}

function commandOf(text: string): WrittenCommand | undefined {
  if (!text.startsWith("/")) return undefined;
  const end = text.search(/\s/);
  const word = (end < 0 ? text : text.slice(0, end)).slice(1).toLowerCase();
  if (!/^\p{L}[\p{L}-]{0,30}$/u.test(word)) return undefined;
  const rest = end < 0 ? "" : text.slice(end).trim().slice(0, longestRest);
  const name = commandNames.find((known) => known === word) ?? null;
  const near =
    name === null ? (synonyms.get(word) ?? (nearest(word, commandNames) as CommandName | undefined)) : null;
  return { name, near: near ?? null, word, rest, below: "", isCut: false };
}
