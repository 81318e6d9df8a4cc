/** Code, in which nothing is a link, and all other Markdown between. */
const code = /(^ {0,3}(`{3,}|~{3,})[^\n]*\n.*?^ {0,3}\2[^\n]*$|(`+)[^`].*?\3(?!`))/gms;
const link = /(!?\[((?:[^\][\\]|\\.)*)\]\(\s*<?)([^)\s>]+)(>?(?:\s+"[^"]*")?\s*\))/g;
const linkDefinition = /^( {0,3}\[[^\]]+\]:[ \t]*)<?([^\s>]+)>?/gm;

/**
 * Markdown as its author wrote it, with links that lead where they lead on its page. A link that leads nowhere there is
 * its words alone, as on the page.
 */
export function linksAsOnPage(markdown: string, resolve: (url: string) => string | undefined): string {
  const onPage = (text: string) =>
    text
      .replace(link, (_whole, opening: string, words: string, url: string, closing: string) => {
        const target = resolve(url);
        return target === undefined ? words : `${opening}${target}${closing}`;
      })
      .replace(linkDefinition, (whole, name: string, url: string) => {
        const target = resolve(url);
        return target === undefined ? whole : `${name}${target}`;
      });
  const parts: string[] = [];
  let end = 0;
  for (const match of markdown.matchAll(code)) {
    parts.push(onPage(markdown.slice(end, match.index)), match[0]);
    end = match.index + match[0].length;
  }
  return [...parts, onPage(markdown.slice(end))].join("");
}
