/** What a page is to somebody who searches. */
export type SearchKind = "process" | "page" | "person" | "role" | "list" | "guide" | "problem";

/**
 * How much a find on a page of each kind counts. Whoever searches mostly looks for work; a page on a problem of process
 * files is short and made of few words, so that it would stand first by far: it comes last, after everything else.
 */
export const kindWeights: Readonly<Record<SearchKind, number>> = {
  process: 1,
  page: 0.9,
  person: 0.8,
  role: 0.8,
  list: 0.5,
  guide: 0.3,
  problem: 0.001,
};
