import { nearest } from "../../message.ts";

/** The commands people may write, in the order `/help` lists them. */
export const commandNames = [
  "go",
  "approve",
  "changes",
  "decide",
  "skip",
  "due",
  "hand-to",
  "add",
  "move",
  "status",
  "cancel",
  "help",
] as const;

export type CommandName = (typeof commandNames)[number];

/** A command as it was written: `/due 2026-12-04 The expert is away`. */
export interface WrittenCommand {
  /** The word after the slash; a word that is no command but close to one stands in `near`. */
  readonly name: CommandName | null;
  readonly near: CommandName | null;
  readonly word: string;
  /** The rest of the line, without white space around it. */
  readonly rest: string;
  /** The ordinary lines below, up to the next command. */
  readonly below: string;
}

const mostCommands = 10;
const longestRest = 1000;

/**
 * The commands of a comment: lines that begin with a slash and a word. Lines in fenced or indented code, in
 * quotations and in HTML comments are not read, so that quoting somebody repeats nothing. A slash before a word that is
 * neither a command nor close to one is ordinary text. Reads each character a fixed number of times.
 */
export function parseCommands(body: string): WrittenCommand[] {
  const commands: { command: WrittenCommand; below: string[] }[] = [];
  let fence: string | undefined;
  let inHtmlComment = false;
  for (const line of body.replace(/\r\n?/g, "\n").split("\n")) {
    const indent = line.length - line.trimStart().length;
    const text = line.trim();
    if (fence !== undefined) {
      if (indent < 4 && closesFence(text, fence)) fence = undefined;
      continue;
    }
    if (inHtmlComment) {
      inHtmlComment = !text.includes("-->");
      continue;
    }
    const opening = indent < 4 ? fenceOf(text) : undefined;
    if (opening !== undefined) fence = opening;
    else if (text.includes("<!--") && !text.includes("-->", text.indexOf("<!--"))) inHtmlComment = true;
    else if (indent < 4 && !line.startsWith("\t")) {
      const command = commands.length < mostCommands ? commandOf(text) : undefined;
      if (command) commands.push({ command, below: [] });
      else if (!text.startsWith(">")) commands.at(-1)?.below.push(text);
    }
  }
  return commands.map(({ command, below }) => ({
    ...command,
    below: below.join("\n").trim().slice(0, longestRest),
  }));
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

function commandOf(text: string): WrittenCommand | undefined {
  if (!text.startsWith("/")) return undefined;
  const end = text.search(/\s/);
  const word = (end < 0 ? text : text.slice(0, end)).slice(1).toLowerCase();
  if (!/^[a-z][a-z-]{0,20}$/.test(word)) return undefined;
  const rest = end < 0 ? "" : text.slice(end).trim().slice(0, longestRest);
  const name = commandNames.find((known) => known === word) ?? null;
  const near = name === null ? (nearest(word, commandNames) as CommandName | undefined) : undefined;
  return name === null && near === undefined
    ? undefined
    : { name, near: near ?? null, word, rest, below: "" };
}
