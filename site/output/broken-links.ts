/** What of a page as it was written to disk links depend on. `path` begins with the base path and ends with `/`. */
export interface BuiltPage {
  readonly path: string;
  /** The anchors it has. */
  readonly ids: readonly string[];
  /** The links it holds, each once. */
  readonly links: readonly string[];
}

/** Reads the anchors and links of a page. */
export function builtPage(path: string, html: string): BuiltPage {
  return { path, ids: [...valuesOf(html, " id=")], links: [...valuesOf(html, " href=")] };
}

/** A link that leads nowhere. */
export interface BrokenLink {
  readonly page: string;
  readonly link: string;
  readonly reason: string;
}

/**
 * Every link within the site whose page, file or anchor does not exist, page by page. `isFile` says of a path
 * whether a file that is no page stands there. Links to other hosts are not followed, nor those below `elsewhere`,
 * a path that something else than the site answers.
 */
export function brokenLinks(
  pages: readonly BuiltPage[],
  base: string,
  isFile: (path: string) => boolean,
  elsewhere?: string,
): BrokenLink[] {
  const ids = new Map(pages.map((page) => [page.path, new Set(page.ids)]));
  const known = new Map<string, boolean>();
  const exists = (path: string) => {
    const answer = known.get(path) ?? (ids.has(path) || (!path.endsWith("/") && isFile(path)));
    known.set(path, answer);
    return answer;
  };
  return pages.flatMap(({ path: page, links }) =>
    links.flatMap((link): BrokenLink[] => {
      if (/^[a-z][a-z0-9+.-]*:/i.test(link) || link.startsWith("//")) return [];
      const [path = "", anchor] = link.split("#", 2);
      const target = targetOf(path, page);
      if (elsewhere !== undefined && target.startsWith(`${elsewhere}/`)) return [];
      if (!target.startsWith(base)) return [{ page, link, reason: "is not under the base path" }];
      if (!exists(target)) return [{ page, link, reason: "leads to no page" }];
      const isAnchored = anchor !== undefined && anchor !== "" && ids.has(target);
      if (isAnchored && !ids.get(target)?.has(decodeURIComponent(anchor)))
        return [{ page, link, reason: "names an anchor that is not there" }];
      return [];
    }),
  );
}

function targetOf(path: string, page: string): string {
  if (path === "") return page;
  return path.startsWith("/") ? (path.split("?", 1)[0] ?? "") : new URL(path, `https://site${page}`).pathname;
}

/** The values of an attribute, quoted or not. Attributes of our pages never stand inside text: `<` is escaped there. */
function valuesOf(html: string, attribute: string): Set<string> {
  const values = new Set<string>();
  for (let at = html.indexOf(attribute); at >= 0; at = html.indexOf(attribute, at + 1)) {
    const start = at + attribute.length;
    const quote = html[start];
    const isQuoted = quote === '"' || quote === "'";
    const end = isQuoted
      ? html.indexOf(quote, start + 1)
      : start + html.slice(start, start + 500).search(/[\s>]/);
    if (end > start)
      values.add(
        html
          .slice(isQuoted ? start + 1 : start, end)
          .replaceAll("&amp;", "&")
          .replaceAll("&#38;", "&"),
      );
  }
  return values;
}
