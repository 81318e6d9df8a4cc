import type { ParsedPage } from "../../core/definition/index.ts";
import type { OwnPage } from "../data/site.ts";
import { ownPageTexts } from "../markdown/own-page-texts.ts";
import type { PrepareContext } from "./prepare-process.ts";

/** The handbook's own pages as a site shows them, by id. A page without a title is left out: the check says what it lacks. */
export function prepareOwnPages(
  pages: readonly ParsedPage[],
  { base, roleTitles, linkedTerms }: PrepareContext,
): ReadonlyMap<string, OwnPage> {
  const surroundings = { base, linkedTerms, roleTitles: Object.values(roleTitles) };
  return new Map(
    pages.flatMap((page): [string, OwnPage][] => {
      const { title, summary } = page.draft;
      if (title === undefined) return [];
      return [[page.id, { id: page.id, title, summary, texts: ownPageTexts(page, title, surroundings) }]];
    }),
  );
}
