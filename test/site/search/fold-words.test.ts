import fc from "fast-check";
import { expect, test } from "vitest";
import { foldWords } from "../../../site/search/fold-words.ts";
import { synonymsOf } from "../../../site/search/synonyms-of.ts";

test.each([
  ["Blog posts", "blog post"],
  ["blog-post", "blogpost blog post"],
  ["e-mails", "email mail"],
  ["Zürich", "zurich"],
  ["Straße, blogindlæg, søgeord", "strass blogindlaeg sogeord"],
  ["approve approves approved approving", "approv approv approv approv"],
  ["story stories", "story story"],
  ["process processes", "process process"],
  ["plan plans planned planning", "plan plan plan plan"],
  ["write writes writing", "writ writ writ"],
  ["news", "news"],
  ["the CRM", "the crm"],
  ["string thing", "string thing"],
  ["campaign's", "campaign campaign"],
  ["…", ""],
])("%s", (text, folded) => {
  expect(foldWords(text).join(" ")).toBe(folded);
});

test("any text is folded to words without spaces", () => {
  fc.assert(fc.property(fc.string(), (text) => foldWords(text).every((word) => /^\S+$/.test(word))));
});

const same = synonymsOf([
  ["trade fair", "Messe", "expo"],
  ["lead", "prospect"],
]);

test.each([
  [
    ["trad", "fair"],
    ["mess", "expo"],
  ],
  [["mess"], ["trad", "fair", "expo"]],
  [["fair", "trad"], []],
  [["lead"], ["prospect"]],
  [["constructor"], []],
])("%j means %j too", (words, others) => {
  expect(same(words).sort()).toEqual(others.toSorted());
});
