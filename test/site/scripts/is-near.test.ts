import { expect, test } from "vitest";
import { isNear } from "../../../site/scripts/is-near.ts";

test.each([
  ["the word itself", "Check the <mark>brief</mark> first", "brief", true],
  ["the word in capitals", "Ask <mark>Legal</mark>", "legal", true],
  ["another form of the word", "send the <mark>mail</mark>", "mailing", true],
  ["the beginning of a word", "the <mark>newsletter</mark>", "news", true],
  ["an accent left out", "<mark>Zürich</mark>", "zurich", true],
  ["a word in quotes", "the <mark>brief</mark>", '"brief"', true],
  ["one of two words", "the <mark>blog</mark> post", "blog canva", true],
  ["a shorter word that begins alike", "you <mark>can</mark> write", "Canva", false],
  ["two of them", "<mark>hub</mark> and <mark>can</mark>", "HubSpot Canva", false],
  ["nothing marked", "you can write", "Canva", true],
  ["no word asked for", "you <mark>can</mark> write", "  ", true],
])("%s", (_what, excerpt, query, near) => {
  expect(isNear(excerpt, query)).toBe(near);
});
