import type { StarlightRouteData } from "@astrojs/starlight/route-data";

/** A heading of a page, for the list of its parts. */
export interface PageHeading {
  readonly depth: 2 | 3;
  readonly slug: string;
  readonly text: string;
}

/** What Starlight's frame is told about a page of ours. */
export interface PageFacts {
  readonly title: string;
  readonly description?: string | undefined;
  readonly headings: readonly PageHeading[];
  readonly hasSidebar: boolean;
  readonly siteTitle: string;
  readonly home: string;
  readonly language: string;
}

/**
 * The route data of a page that is no Markdown file. Starlight's own `<StarlightPage>` makes the same, and builds
 * its whole schema anew for each page to check what is a constant here; that took a third of the build.
 */
export function routeData(facts: PageFacts): StarlightRouteData {
  const locale = { dir: "ltr", lang: facts.language, locale: undefined } as const;
  const data = {
    title: facts.title,
    description: facts.description,
    template: facts.hasSidebar ? "doc" : "splash",
    head: [],
    sidebar: { attrs: {}, hidden: false },
    pagefind: true,
    draft: false,
    editUrl: false,
  };
  return {
    ...locale,
    entryMeta: locale,
    id: "",
    entry: {
      id: "",
      collection: "docs",
      body: "",
      filePath: "",
      data,
    } as unknown as StarlightRouteData["entry"],
    siteTitle: facts.siteTitle,
    siteTitleHref: facts.home,
    headings: facts.headings.map(({ depth, slug, text }) => ({ depth, slug, text })),
    sidebar: [],
    hasSidebar: facts.hasSidebar,
    pagination: { prev: undefined, next: undefined },
    toc:
      facts.headings.length === 0
        ? undefined
        : { minHeadingLevel: 2, maxHeadingLevel: 3, items: nest(facts.headings) },
    lastUpdated: undefined,
    editUrl: undefined,
    head: [],
  };
}

type TocItems = NonNullable<StarlightRouteData["toc"]>["items"];

function nest(headings: readonly PageHeading[]): TocItems {
  const items: TocItems = [];
  for (const { depth, slug, text } of headings) {
    const item = { depth, slug, text, children: [] };
    const parent = items.at(-1);
    if (depth === 3 && parent) parent.children.push(item);
    else items.push(item);
  }
  return items;
}
