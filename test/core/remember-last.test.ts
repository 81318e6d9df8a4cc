import { expect, test } from "vitest";
import { rememberLast } from "../../core/remember-last.ts";

test.each<[string, number, readonly string[], readonly string[]]>([
  ["what was asked for before is not worked out again", 2, ["a", "b", "a", "b"], ["a", "b"]],
  [
    "beyond the most, the one nobody has asked for longest is forgotten",
    2,
    ["a", "b", "a", "c", "a", "b"],
    ["a", "b", "c", "b"],
  ],
  ["one alone is remembered", 1, ["a", "a", "b", "a"], ["a", "b", "a"]],
])("%s", (_name, most, asked, worked) => {
  const done: string[] = [];
  const upper = rememberLast(most, (text) => {
    done.push(text);
    return text.toUpperCase();
  });
  expect(asked.map(upper)).toEqual(asked.map((text) => text.toUpperCase()));
  expect(done).toEqual(worked);
});

test("what is nothing is remembered, too, and what failed is tried again", () => {
  let tries = 0;
  const odd = rememberLast<undefined>(5, (text) => {
    tries += 1;
    if (text === "bad") throw new Error("bad");
    return undefined;
  });
  odd("fine");
  odd("fine");
  expect(() => odd("bad")).toThrow();
  expect(() => odd("bad")).toThrow();
  expect(tries).toBe(3);
});
