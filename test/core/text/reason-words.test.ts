import { expect, test } from "vitest";
import { reasonWords } from "../../../core/text/reason-words.ts";

const url = "https://github.com/acme/handbook/issues/1#issuecomment-7";

test.each([
  ["", url, ""],
  ["the *expert* is away", url, ": “the \\*expert\\* is away”"],
  ["the expert is…", url, `: “the expert is…” ([in full](${url}))`],
  ["…", url, `: [why](${url})`],
  ["…", undefined, ": “…”"],
])("%j with %s", (reason, address, words) => {
  expect(reasonWords(reason, address).text).toBe(words);
});
