import { escapeMarkdown, siteText } from "../../core/text/index.ts";
import type { RolePage, RolePart } from "../data/role-page.ts";

/** The page of a role as Markdown. */
export function roleMarkdown(page: RolePage): string {
  const words = siteText.rolePage;
  const parts = (label: string, list: readonly RolePart[]) =>
    list.map(
      ({ text, when }) =>
        `- ${label}: ${escapeMarkdown(text)}${when === undefined ? "" : ` (${escapeMarkdown(when)})`}`,
    );
  const processes = page.processes.flatMap((process) => [
    `## ${escapeMarkdown(process.text)}`,
    [
      ...(process.owns ? [`- ${words.owns}`] : []),
      ...parts(words.does, process.does),
      ...parts(words.approves, process.approves),
      ...parts(words.brings, process.brings),
      ...parts(words.advises, process.advises),
      ...parts(words.hears, process.hears),
    ].join("\n"),
  ]);
  return [`# ${escapeMarkdown(page.title)}`, escapeMarkdown(page.summary ?? ""), ...processes]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}
