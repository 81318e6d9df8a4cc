import { expect, test } from "vitest";
import { outsideCode } from "../../../site/markdown/outside-code.ts";

test.each<[string, string, string]>([
  ["no code", "one\n\ntwo", "ONE\n\nTWO"],
  ["code in a line", "one `two` three", "ONE `two` THREE"],
  ["code with a sign of code in it", "one `` two ` three `` four", "ONE `` two ` three `` FOUR"],
  ["a sign of code that is never closed", "one ` two", "ONE ` TWO"],
  ["a block", "one\n\n```yaml\ntwo\n```\n\nthree", "ONE\n\n```yaml\ntwo\n```\n\nTHREE"],
  [
    "a block with a shorter fence in it",
    "````\none\n```\ntwo\n````\nthree",
    "````\none\n```\ntwo\n````\nTHREE",
  ],
  ["a block of the other kind", "~~~\none\n```\ntwo\n~~~\nthree", "~~~\none\n```\ntwo\n~~~\nTHREE"],
  ["a block that is never closed", "one\n```\ntwo", "ONE\n```\ntwo"],
  ["three signs around words in a line", "```one``` two\n\nthree", "```one``` TWO\n\nTHREE"],
])("%s", (_, markdown, expected) => {
  expect(outsideCode(markdown, (text) => text.toUpperCase())).toBe(expected);
});
