import { kindWeights } from "../search/search-kind.ts";
import { isNear } from "./is-near.ts";

/** One line of the list of results. */
export interface SearchResult {
  readonly title: string;
  readonly href: string;
  /** The step that matched, when one did. */
  readonly step?: string | undefined;
  /** Escaped text in which `<mark>` stands around what was found. */
  readonly excerpt: string;
}

/** Chosen filters by name: `area`, `role`. */
export type SearchFilters = Record<string, string>;

interface PagefindData {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly sub_results: readonly PagefindPart[];
}

interface PagefindPart {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
  readonly weighted_locations: readonly { readonly balanced_score: number }[];
}

interface PagefindFind {
  readonly score: number;
  data(): Promise<PagefindData>;
}

interface PagefindOptions {
  readonly baseUrl: string;
  readonly excerptLength: number;
}

interface Pagefind {
  options(options: PagefindOptions): Promise<void>;
  mergeIndex(folder: string, options: PagefindOptions): Promise<void>;
  filters(): Promise<Record<string, Record<string, number>>>;
  search(
    query: string | null,
    options: { filters: SearchFilters },
  ): Promise<{ results: readonly PagefindFind[] }>;
}

/** The search index under a base path; it is fetched when it is first asked. */
export class SearchIndex {
  readonly #base: string;
  #asked = 0;
  #loading: Promise<Pagefind> | undefined;

  constructor(base: string) {
    this.#base = base;
  }

  /** The values each filter may take. */
  async filters(): Promise<Map<string, readonly string[]>> {
    const found = await (await this.#load()).filters();
    return new Map(Object.entries(found).map(([name, values]) => [name, Object.keys(values).sort()]));
  }

  /**
   * The best results for some words; empty words give everything the filters leave. Nothing when something else was
   * asked meanwhile: Pagefind writes what it found into one value a page, so that an older question must not go on.
   */
  async search(
    query: string,
    filters: SearchFilters,
    most: number,
  ): Promise<{ total: number; results: SearchResult[] } | undefined> {
    this.#asked += 1;
    const question = this.#asked;
    const finds = await this.#finds(query, filters);
    if (question !== this.#asked) return undefined;
    const pages = await Promise.all(finds.slice(0, most).map((find) => find.data()));
    const near = pages.filter(({ excerpt }) => isNear(excerpt, query));
    // The best come first: what lies behind one that is far is no nearer.
    const total = near.length === pages.length ? finds.length : near.length;
    return { total, results: near.map((page) => resultOf(page)) };
  }

  /** Each kind of page is asked for by itself, since a find does not say what it is before its page is fetched. */
  async #finds(query: string, filters: SearchFilters): Promise<PagefindFind[]> {
    const pagefind = await this.#load();
    const words = query === "" ? null : query;
    const weighed: (readonly [number, PagefindFind])[] = [];
    for (const [kind, weight] of Object.entries(kindWeights)) {
      const { results } = await pagefind.search(words, { filters: { ...filters, kind } });
      weighed.push(...results.map((find) => [find.score * weight, find] as const));
    }
    return weighed.sort(([a], [b]) => b - a).map(([, find]) => find);
  }

  #load(): Promise<Pagefind> {
    this.#loading ??= this.#fetch().catch((error: unknown) => {
      // The next word asks again: the network may have been away for a moment.
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  /** A large handbook has its index in several parts, each in a folder of its own. */
  async #fetch(): Promise<Pagefind> {
    const base = this.#base;
    const [pagefind, parts] = await Promise.all([
      import(/* @vite-ignore */ `${base}pagefind/pagefind.js`) as Promise<Pagefind>,
      fetch(`${base}pagefind/parts.json`, { cache: "no-cache" }).then((answer) => answer.json()),
    ]);
    const options = { baseUrl: base, excerptLength: 18 };
    await pagefind.options(options);
    for (let part = 1; part < Number(parts); part += 1)
      await pagefind.mergeIndex(`${base}pagefind-${part}/`, options);
    return pagefind;
  }
}

function resultOf({ url, excerpt, meta, sub_results: parts }: PagefindData): SearchResult {
  const title = meta["title"] ?? url;
  const best = parts.toSorted((a, b) => scoreOf(b) - scoreOf(a))[0];
  // Only processes are made of steps; the top of a page is none.
  return best?.url.includes("/processes/") && /#(?!_top$)./.test(best.url)
    ? { title, href: best.url, step: best.title, excerpt: best.excerpt }
    : { title, href: url, excerpt };
}

function scoreOf({ weighted_locations: locations }: PagefindPart): number {
  return locations.reduce((sum, location) => sum + location.balanced_score, 0);
}
