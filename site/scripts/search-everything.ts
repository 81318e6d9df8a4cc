import type { NameEntry } from "../search/name-entries.ts";
import { type NameFilters, type NameSearch, openNameSearch } from "../search/name-search.ts";
import type { SearchNames } from "../search/search-names.ts";
import { type TextFind, TextSearch } from "./text-search.ts";

/** What was found for a question. */
export interface Finds {
  readonly names: readonly NameEntry[];
  /** Where no name was found, those that look most like it. */
  readonly nearest: readonly NameEntry[];
  /** What texts say about it beyond that; it comes later, and is absent when something else was asked meanwhile. */
  readonly texts: Promise<readonly TextFind[] | undefined>;
}

/** The search of a whole handbook. */
export interface EverythingSearch {
  readonly filters: NameSearch["filters"];
  find(question: string, filters: NameFilters): Finds;
}

const mostNames = 8;
const most = 12;

/** Fetches the names of the handbook under a base path; its texts are fetched when something is asked. */
export async function openEverythingSearch(base: string): Promise<EverythingSearch> {
  const answer = await fetch(`${base}search-names.json`);
  if (!answer.ok) throw new Error(`The names could not be fetched: ${answer.status}.`);
  const search = await openNameSearch((await answer.json()) as SearchNames);
  const texts = new TextSearch(base);
  return {
    filters: search.filters,
    find: (question, filters) => {
      const { finds, nearest } = search.find(question, filters);
      const isAsked = question.trim() !== "";
      const names = finds.slice(0, isAsked ? mostNames : finds.length);
      return {
        names,
        nearest,
        texts: isAsked ? beyond(names, texts.find(question, filters, most), base) : Promise.resolve([]),
      };
    },
  };
}

/** What texts say that no name led to: no page again of which the name was found, and no step again. */
async function beyond(
  names: readonly NameEntry[],
  finding: Promise<readonly TextFind[] | undefined>,
  base: string,
): Promise<readonly TextFind[] | undefined> {
  const known = new Set(names.map(({ path }) => `${base}${path}`));
  const texts = await finding;
  return texts?.filter(({ href }) => !known.has(href)).slice(0, most - names.length);
}
