import { issueLink, joinMarkdown, type Markdown, md, mention, personName } from "./markdown.ts";

/** `a`, `a and b`, `a, b and c`, of pieces that are Markdown already. */
export function wordsOf(items: readonly Markdown[], conjunction: "and" | "or"): Markdown {
  const last = items.at(-1);
  if (items.length < 2 || last === undefined) return joinMarkdown(items, "");
  return md`${joinMarkdown(items.slice(0, -1), ", ")} ${conjunction} ${last}`;
}

/** People as one of them reads it: `you and ann`. */
export function namesFor(reader: string, people: readonly string[]): Markdown {
  const others = people.filter((person) => person.toLowerCase() !== reader.toLowerCase());
  const names = others.map(personName);
  return wordsOf(others.length < people.length ? [md`you`, ...names] : names, "and");
}

/** People who are named but not told. */
export function namesOf(people: readonly string[]): Markdown {
  return wordsOf(people.map(personName), "and");
}

/** People who are told. */
export function mentionsOf(people: readonly string[]): Markdown {
  return wordsOf(people.map(mention), "and");
}

/** A step by its title, with its issue where it has one. */
export function stepWithIssue({
  title,
  issue,
}: {
  readonly title: string;
  readonly issue: number | undefined;
}): Markdown {
  return issue === undefined ? md`**${title}**` : md`**${title}** (${issueLink(issue)})`;
}
