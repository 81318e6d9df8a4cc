import { escapeMarkdown, siteText } from "../../core/text/index.ts";
import { addressesUnder } from "../data/addresses.ts";
import { processesByArea } from "../data/home-page.ts";
import type { Site } from "../data/site.ts";

/** What a language model is told of the handbook: the pages as Markdown, area by area (https://llmstxt.org). */
export function llmsText(site: Site): string {
  const { handbook, settings } = site;
  const { at } = addressesUnder(settings.base);
  const whole = (path: string) => `${settings.origin ?? ""}${path}`;
  const line = (title: string, path: string, summary: string) =>
    `- [${escapeMarkdown(title)}](${whole(path)})${summary === "" ? "" : `: ${escapeMarkdown(summary)}`}`;
  const areas = [...processesByArea(site)].flatMap(([id, processes]) => [
    `## ${escapeMarkdown(handbook.config.areas.get(id) ?? id)}`,
    processes.map(({ text, href, summary }) => line(text, `${href}index.md`, summary)).join("\n"),
  ]);
  const roles = [...handbook.roles.values()].map(({ id, title, summary = "" }) =>
    line(title, at(`roles/${id}/index.md`), summary),
  );
  const ownPages = [...site.ownPages.values()].map(({ id, title, summary = "" }) =>
    line(title, at(`pages/${id}/index.md`), summary),
  );
  return [
    `# ${escapeMarkdown(handbook.config.title)}`,
    `> ${siteText.home.lead}`,
    ...areas,
    ...(ownPages.length > 0 ? [`## ${siteText.page.own}`, ownPages.join("\n")] : []),
    `## ${siteText.lists.roles}`,
    roles.join("\n"),
    "## Optional",
    line(siteText.lists.glossary, at("glossary/index.md"), siteText.lists.glossaryLead),
  ]
    .join("\n\n")
    .concat("\n");
}
