import type { ImportedItem, ImportedList } from "./imported-list.ts";
import { listOfRows } from "./read-csv-list.ts";

interface Line {
  readonly kind: "heading" | "box" | "entry" | "words";
  readonly indent: number;
  readonly level: number;
  readonly words: string;
}

/** What is still open while lines are read. */
interface OpenItem {
  readonly words: string;
  readonly heading: string;
  readonly details: string[];
  readonly indent: number;
}

/**
 * Reads a list in Markdown. Boxes are the things to do where there are any, else the entries of its lists; what is indented below one
 * belongs to it. The first heading of the first level is the title. A front matter of settings, as issue templates have it, gives
 * title and words; nothing else of it is lost either.
 */
export function readMarkdownList(text: string): ImportedList {
  const { settings, body } = cutSettings(text);
  const lines = body.split("\n").map(lineOf);
  const hasBoxes = lines.some(({ kind }) => kind === "box");
  if (!hasBoxes && !lines.some(({ kind }) => kind === "entry")) {
    const table = listInTable(body, settings);
    if (table) return table;
  }
  const isItem = ({ kind }: Line) => kind === (hasBoxes ? "box" : "entry");
  const about: string[] = [];
  const rest: string[] = [];
  const items: OpenItem[] = [];
  let title = "";
  let heading = "";
  let open: OpenItem | undefined;
  for (const line of lines) {
    const { kind, indent, words } = line;
    if (words === "") continue;
    if (kind === "heading") {
      if (title === "" && line.level === 1 && items.length === 0) title = words;
      else {
        heading = words;
        rest.push(`## ${words}`);
      }
      open = undefined;
    } else if (isItem(line) && (open === undefined || indent <= open.indent + 1)) {
      open = { words, heading, details: [], indent };
      items.push(open);
    } else if (open && (indent > open.indent || kind === "box")) {
      open.details.push(kind === "box" ? `[ ] ${words}` : words);
    } else if (items.length === 0 && heading === "") about.push(words);
    else {
      rest.push(words);
      open = undefined;
    }
  }
  return {
    title: settings.title === "" ? title : settings.title,
    about: [...(settings.title !== "" && title !== "" ? [title] : []), ...settings.about, ...about],
    items: items.map(({ indent: _indent, ...item }): ImportedItem => ({ ...item, role: "", offset: "" })),
    questions: [],
    rest: withoutIdleHeadings(rest, items),
  };
}

/** A list whose things to do stand in the rows of a table; what stands around it are words. Nothing where there is no table. */
function listInTable(
  body: string,
  settings: { readonly title: string; readonly about: readonly string[] },
): ImportedList | undefined {
  const rows: string[][] = [];
  const others: Line[] = [];
  for (const written of body.split("\n")) {
    const line = lineOf(written);
    if (line.words.startsWith("|"))
      rows.push(
        line.words
          .replace(/^\||\|$/g, "")
          .split(/(?<!\\)\|/)
          .map((cell) => cell.trim()),
      );
    else if (line.words !== "") others.push(line);
  }
  if (rows.length < 2) return undefined;
  const list = listOfRows(rows);
  const [first] = others;
  const title = first?.kind === "heading" && first.level === 1 ? first.words : "";
  const about = others.slice(title === "" ? 0 : 1).map(({ words }) => words);
  return {
    ...list,
    title: settings.title === "" ? title : settings.title,
    about: [...(settings.title !== "" && title !== "" ? [title] : []), ...settings.about, ...about],
  };
}

/** Headings under which items stand are told there. */
function withoutIdleHeadings(rest: readonly string[], items: readonly OpenItem[]): string[] {
  const used = new Set(items.map(({ heading }) => `## ${heading}`));
  return rest.filter(
    (line, index) => !used.has(line) || (rest[index + 1] ?? "## ").startsWith("## ") === false,
  );
}

function lineOf(written: string): Line {
  const text = written.replace(/\t/g, "    ").trimEnd();
  const indent = text.length - text.trimStart().length;
  const words = text.trim();
  const [, signs = "", heading] = /^(#{1,6})\s+(?!\s)(.*)$/.exec(words) ?? [];
  if (heading !== undefined) {
    const plain = heading.replace(/(?<!#)#+$/, "").trimEnd();
    return { kind: "heading", indent, level: signs.length, words: plain };
  }
  const [, box] = /^(?:[-*+•]|\d{1,3}[.)])?\s*(?:\[[ xX]?\]|[☐☑☒✅])\s*(?!\s)(.*)$/u.exec(words) ?? [];
  if (box !== undefined) return { kind: "box", indent, level: 0, words: box };
  const [, entry] = /^(?:[-*+•]|\d{1,3}[.)])\s+(?!\s)(.*)$/.exec(words) ?? [];
  if (entry !== undefined) return { kind: "entry", indent, level: 0, words: entry };
  // Lines that only draw: rules, the line below the heads of a table, fences, the underline of a heading.
  if (
    /^(?:[-=*_]{3,}|\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*\|?|```.*|~~~.*)$/.test(words) &&
    !/^```\w/.test(words)
  )
    return { kind: "words", indent, level: 0, words: "" };
  return { kind: "words", indent, level: 0, words };
}

/** The settings at the beginning of an issue template: its name is the title, its purpose words; the others are kept as they are. */
function cutSettings(text: string): { settings: { title: string; about: string[] }; body: string } {
  const [whole, yaml] = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(text) ?? [];
  if (whole === undefined || yaml === undefined) return { settings: { title: "", about: [] }, body: text };
  const about: string[] = [];
  let title = "";
  for (const line of yaml.split("\n")) {
    const [, key = "", value = ""] = /^(\w+):\s*(?!\s)(.*)$/.exec(line) ?? [];
    const words = value.replace(/^(["'])(.*)\1$/, "$2").trim();
    if (key === "name" || (key === "title" && title === "")) {
      if (title !== "" && words !== "") about.push(words);
      else title = words;
    } else if (key === "about" || key === "description") about.push(words);
    else if (line.trim() !== "" && words !== "''") about.push(line.trim());
  }
  return {
    settings: { title, about: about.filter((words) => words !== "") },
    body: text.slice(whole.length),
  };
}
