import { outsideCode } from "./outside-code.ts";

const link = /(!?\[((?:[^\][\\]|\\.)*)\]\(\s*<?)([^)\s>[]+)(>?(?:\s+"[^"]*")?\s*\))/g;
const linkDefinition = /^( {0,3}\[[^\][]+\]:[ \t]*)<?([^\s>]+)>?/gm;

/**
 * Markdown as its author wrote it, with links that lead where they lead on its page. A link that leads nowhere there is
 * its words alone, as on the page.
 */
export function linksAsOnPage(markdown: string, resolve: (url: string) => string | undefined): string {
  return outsideCode(markdown, (text) =>
    text
      .replace(link, (_whole, opening: string, words: string, url: string, closing: string) => {
        const target = resolve(url);
        return target === undefined ? words : `${opening}${target}${closing}`;
      })
      .replace(linkDefinition, (whole, name: string, url: string) => {
        const target = resolve(url);
        return target === undefined ? whole : `${name}${target}`;
      }),
  );
}
