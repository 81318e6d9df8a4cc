import { isAbout } from "../search/is-about.ts";
import type { NameFilters } from "../search/name-search.ts";
import { kindWeights } from "../search/search-kind.ts";

/** A page in whose text something was found. */
export interface TextFind {
  readonly title: string;
  readonly href: string;
  /** The step that matched, when one did. */
  readonly step?: string | undefined;
  /** Escaped text in which `<mark>` stands around what was found. */
  readonly excerpt: string;
}

interface PagefindData {
  readonly url: string;
  readonly content: string;
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
  search(
    query: string,
    options: { filters: NameFilters & { readonly kind: string } },
  ): Promise<{ results: readonly PagefindFind[] }>;
}

/** The index of all texts under a base path; it is fetched when it is first asked. */
export class TextSearch {
  readonly #base: string;
  #asked = 0;
  #loading: Promise<Pagefind> | undefined;

  constructor(base: string) {
    this.#base = base;
  }

  /**
   * The best pages for some words, of which there is at least one. Nothing when something else was asked meanwhile: Pagefind
   * writes what it found into one value a page, so that an older question must not go on.
   */
  async find(question: string, filters: NameFilters, most: number): Promise<TextFind[] | undefined> {
    this.#asked += 1;
    const asked = this.#asked;
    const finds = await this.#finds(question, filters);
    if (asked !== this.#asked) return undefined;
    const pages = await Promise.all(finds.slice(0, most).map((find) => find.data()));
    return pages
      .filter(({ content, meta }) => isAbout(`${meta["title"] ?? ""} ${content}`, question))
      .map((page) => findOf(page));
  }

  /** Each kind of page is asked for by itself, since a find does not say what it is before its page is fetched. */
  async #finds(question: string, filters: NameFilters): Promise<PagefindFind[]> {
    const pagefind = await this.#load();
    const weighed: (readonly [number, PagefindFind])[] = [];
    for (const [kind, weight] of Object.entries(kindWeights)) {
      const { results } = await pagefind.search(question, { filters: { ...filters, kind } });
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

function findOf({ url, excerpt, meta, sub_results: parts }: PagefindData): TextFind {
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
