import { siteText } from "../../core/text/index.ts";
import { addressesUnder } from "../data/addresses.ts";
import type { Site } from "../data/site.ts";
import { escapeAttribute } from "../markdown/escape-html.ts";

const mostItems = 50;

/** The changes of all processes as an RSS 2.0 feed, newest first, with whole addresses: `origin` is that of the site. */
export function changesFeed({ processes, handbook, settings }: Site, origin: string): string {
  const addresses = addressesUnder(settings.base);
  const whole = (path: string) => `${origin}${path}`;
  const items = [...processes.values()]
    .flatMap(({ definition, history }) => history.map((commit) => ({ definition, commit })))
    .sort((a, b) => Date.parse(b.commit.committedAt) - Date.parse(a.commit.committedAt))
    .slice(0, mostItems)
    .map(({ definition, commit }) =>
      element("item", [
        element("title", text(`${definition.title}: ${commit.subject}`)),
        element("link", text(`${whole(addresses.process(definition.id))}#_history`)),
        `<guid isPermaLink="false">${text(`${commit.revision}:${definition.id}`)}</guid>`,
        ...(commit.meaning.length === 0 ? [] : [element("description", text(commit.meaning.join(" ")))]),
        ...(commit.author === "" ? [] : [element("dc:creator", text(commit.author))]),
        element("pubDate", new Date(commit.committedAt).toUTCString()),
      ]),
    );
  const { title, language } = handbook.config;
  const channel = element("channel", [
    element("title", text(siteText.machine.feedTitle(title))),
    element("link", text(whole(addresses.home))),
    element("description", text(siteText.machine.feedDescription)),
    element("language", language),
    ...items,
  ]);
  return `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">${channel}</rss>\n`;
}

function element(name: string, content: string | readonly string[]): string {
  return `<${name}>${typeof content === "string" ? content : content.join("")}</${name}>`;
}

/** Text of an XML element; characters XML cannot hold are left out. */
function text(value: string): string {
  return escapeAttribute(value.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ""));
}
