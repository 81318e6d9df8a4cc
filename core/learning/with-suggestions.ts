import { editProcess } from "../edit/index.ts";
import { openPart } from "./open-part.ts";
import type { Proposal } from "./proposal.ts";

/**
 * The text of a file with each suggestion in it that can be written, and which these are. Where the path of the file is given, one that
 * would leave it with an error is left out, and stops no other: a title that people typed may hold anything.
 */
export function withSuggestions<S extends Pick<Proposal, "wish">>(
  file: string,
  suggestions: readonly S[],
  path?: string,
): { readonly text: string; readonly taken: readonly S[] } {
  const taken: S[] = [];
  let current = file;
  for (const suggestion of suggestions) {
    const edited = suggestion.wish && editProcess(current, suggestion.wish);
    if (!edited?.ok || edited.text === current) continue;
    if (path !== undefined && openPart(path, edited.text).broken.size > 0) continue;
    current = edited.text;
    taken.push(suggestion);
  }
  return { text: current, taken };
}
