import type { Wish } from "../edit/index.ts";
import { plainTitle } from "./plain-title.ts";

/** As much of a suggestion as tells which one it is. */
export interface KnownSuggestion {
  readonly rule: string;
  readonly step: string;
  readonly wish?: Wish | undefined;
}

/**
 * What two suggestions have in common that are the same, in whichever month they were made: their rule and step, or the title of a step that is
 * to be added, whose id depends on what else has one.
 */
export function suggestionKey({ rule, step, wish }: KnownSuggestion): string {
  return `${rule} ${wish?.kind === "add-step" ? plainTitle(wish.step.title) : step}`;
}
