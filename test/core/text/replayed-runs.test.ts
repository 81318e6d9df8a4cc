import { expect, test } from "vitest";
import { replayedRuns } from "../../../core/text/replayed-runs.ts";

test.each([
  [4, 2, 6, "4 of the last 6 runs would have met their date instead of 2"],
  [2, 2, 6, "2 of the last 6 runs would have met their date, as many as did"],
  [0, 0, 2, "0 of the last 2 runs would have met their date, as many as did"],
  [1, 1, 1, "the one run that is over would have met its date, as it did"],
  [1, 0, 1, "the one run that is over would have met its date, which it did not"],
  [0, 0, 1, "the one run that is over would not have met its date either"],
  [0, 1, 1, "the one run that is over would not have met its date, which it did"],
])("%d would have, %d did, of %d", (would, did, n, words) => {
  expect(replayedRuns(would, did, n)).toBe(words);
});
