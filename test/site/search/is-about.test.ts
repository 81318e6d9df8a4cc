import { expect, test } from "vitest";
import { isAbout } from "../../../site/search/is-about.ts";

test.each([
  ["the word itself", "Check the brief first", "brief", true],
  ["the word in capitals", "Ask Legal", "legal", true],
  ["another form of the word", "send the mail", "mailing", true],
  ["the plural of a word", "all webinars", "webinar", true],
  ["the beginning of a word", "the newsletter", "news", true],
  ["an accent left out", "in Zürich", "zurich", true],
  ["a word with its hyphen left out", "an e-mail", "email", true],
  ["a word with a hyphen more", "an email", "e-mail", true],
  ["a word in quotes", "the brief", '"brief"', true],
  ["one of two words", "the blog post", "blog canva", true],
  ["one of three words", "the blog post", "blog canva hubspot", false],
  ["only words that name nothing, beside one that does", "how do you do that", "how do I use Canva", false],
  ["only words that name nothing, where nothing else is asked", "how do you do that", "how do", true],
  ["a shorter word that begins alike", "you can write", "Canva", false],
  ["a word that is the beginning of the one asked for", "a face to face talk", "facebook", false],
  ["the day somebody has in mind", "the newsletter", "newsletter for March 10th, 2027", true],
  ["no word asked for", "you can write", "  ", true],
])("%s", (_what, text, question, is) => {
  expect(isAbout(text, question)).toBe(is);
});
