import { escapeMarkdown, siteText } from "../../core/text/index.ts";
import type { NamedPerson, RolePage, RolePart } from "../data/role-page.ts";

/** The page of a role as Markdown. */
export function roleMarkdown(page: RolePage): string {
  const words = siteText.rolePage;
  const names = (people: readonly NamedPerson[], none: string) =>
    people.map(({ name }) => escapeMarkdown(name)).join(", ") || none;
  const facts = [
    ...(page.department === undefined ? [] : [[words.department, escapeMarkdown(page.department)]]),
    ...(page.people === undefined
      ? []
      : [
          [words.people, names(page.people.people, words.noPeople)],
          [words.deputies, names(page.people.deputies, words.noDeputies)],
        ]),
  ].map(([name, value]) => `- **${name}** ${value}`);
  const processes = page.processes.flatMap((process) => [
    `## [${escapeMarkdown(process.text)}](${process.href})`,
    [
      ...(process.owns ? [`- ${words.owns}`] : []),
      ...partLines(words.does, process.does, words.delivers),
      ...partLines(words.answersFor, process.answersFor),
      ...partLines(words.approves, process.approves),
      ...partLines(words.brings, process.brings, words.bringsWhat),
      ...partLines(words.advises, process.advises),
      ...partLines(words.hears, process.hears),
    ].join("\n"),
  ]);
  return [
    `# ${escapeMarkdown(page.title)}`,
    escapeMarkdown(page.summary ?? ""),
    facts.join("\n"),
    ...processes,
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

function partLines(label: string, parts: readonly RolePart[], whatLabel = ""): string[] {
  return parts.map(({ text, when, what }) => {
    const told = what.length === 0 ? "" : `. ${whatLabel}: ${escapeMarkdown(what.join("; "))}`;
    return `- ${label}: ${escapeMarkdown(text)} (${escapeMarkdown(when)})${told}`;
  });
}
