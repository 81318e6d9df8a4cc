/** What of a page as it was written to disk links depend on. `path` begins with the base path and ends with `/`. */
export interface BuiltPage {
  readonly path: string;
  /** The anchors it has. */
  readonly ids: readonly string[];
  /** The links it holds, each once. */
  readonly links: readonly string[];
}

const anchorsAndLinks = / (id|href)=(?:"([^"]+)"|'([^']+)'|([^\s>"']+))/g;

const tag = /<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/iy;

/** Reads the anchors and links of a page. */
export function builtPage(path: string, html: string): BuiltPage {
  const found = { id: new Set<string>(), href: new Set<string>() };
  for (const match of html.matchAll(anchorsAndLinks)) {
    const [, name, double, single, bare = ""] = match;
    if (!isInTag(html, match.index)) continue;
    const value = double ?? single ?? bare;
    const text = value.includes("&") ? value.replaceAll("&amp;", "&").replaceAll("&#38;", "&") : value;
    found[name as keyof typeof found].add(text);
  }
  return { path, ids: [...found.id], links: [...found.href] };
}

/** Whether a place is within a tag: what looks like a link in a text is none. `<` stands as it is only in attributes. */
function isInTag(html: string, place: number): boolean {
  let start = html.lastIndexOf("<", place);
  // Where nothing has ended since a tag began, it goes on; that is nearly always so.
  if (/[a-z]/i.test(html.charAt(start + 1)) && html.lastIndexOf(">", place) < start) return true;
  while (start > 0 && !/[a-z/!]/i.test(html.charAt(start + 1))) start = html.lastIndexOf("<", start - 1);
  tag.lastIndex = start;
  return tag.test(html) && tag.lastIndex > place;
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
  const exists = (path: string) => ids.has(path) || (!path.endsWith("/") && isFile(path));
  const reasonOf = (page: string, link: string): string | undefined => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(link) || link.startsWith("//")) return undefined;
    const [path = "", anchor] = link.split("#", 2);
    const target = targetOf(path, page);
    if (elsewhere !== undefined && target.startsWith(`${elsewhere}/`)) return undefined;
    if (!target.startsWith(base)) return "is not under the base path";
    if (!exists(target)) return "leads to no page";
    const isAnchored = anchor !== undefined && anchor !== "" && ids.has(target);
    if (isAnchored && !ids.get(target)?.has(decoded(anchor) ?? ""))
      return "names an anchor that is not there";
    return undefined;
  };
  // Most links stand on many pages, and those from the root mean the same on each.
  const known = new Map<string, string | undefined>();
  const knownReason = (page: string, link: string) => {
    if (!link.startsWith("/")) return reasonOf(page, link);
    if (!known.has(link)) known.set(link, reasonOf(page, link));
    return known.get(link);
  };
  return pages.flatMap(({ path: page, links }) =>
    links.flatMap((link): BrokenLink[] => {
      const reason = knownReason(page, link);
      return reason === undefined ? [] : [{ page, link, reason }];
    }),
  );
}

/** What percent signs stand for; nothing where they stand for nothing. */
export function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function targetOf(path: string, page: string): string {
  if (path === "") return page;
  return path.startsWith("/") ? (path.split("?", 1)[0] ?? "") : new URL(path, `https://site${page}`).pathname;
}
