import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { keyOffset, nodeAt } from "../../../core/definition/locate-node.ts";
import { topLevelPlaces } from "../../../core/definition/top-level-places.ts";
import { shippedFiles } from "../../builders.ts";
import { tries } from "../../tries.ts";

/** What is found without the parser stands where the parser says. */
function agrees(text: string): boolean {
  const document = parseDocument(text, { stringKeys: true, merge: false, prettyErrors: false });
  if (document.errors.length + document.warnings.length > 0) return false;
  const places = topLevelPlaces(text, document.toJS());
  for (const [key, place] of places ?? []) {
    const wanted = { key: keyOffset(document, [key]), value: nodeAt(document, [key])?.range?.[0] };
    expect({ text, of: key, ...place }).toEqual({ text, of: key, ...wanted });
  }
  return places !== undefined;
}

describe("the keys of the whole text are found", () => {
  test.each([
    "a: b",
    "\n\n# c\na: b # c\nb:   c\n",
    "a:\n  b: c\n  d: e\nf:\n- g\n- h",
    "a:\n\n  # c\n\n  - b\nc: [d,\n  e]",
    "a: # c\n  b: c",
    'a: "b: c\n  d"\nc: |\n  d: e\nf: >-\n  g',
    "toString: a\nconstructor: b",
  ])("in %j", (text) => expect(agrees(text)).toBe(true));

  test("in every file of the starter handbook that holds something, its settings with words of its own included", () => {
    const texts = [...shippedFiles()].map(([path, text]) =>
      path.endsWith(".mdx") ? text.slice(3, text.indexOf("\n---", 3)) : text,
    );
    expect(texts.filter((text) => /^[a-z]/m.test(text) && !agrees(text))).toEqual([]);
  });
});

describe("the parser is asked", () => {
  test.each([
    ["", null],
    ["- a", ["a"]],
    ["a", "a"],
    ["a:\nb: c", { a: null, b: "c" }],
    ["'a': b", { a: "b" }],
    ["{ a: b }", { a: "b" }],
    [" a: b", { a: "b" }],
    ["a : b", { a: "b" }],
    ['a: "b\nc: d"', { a: "b c: d" }],
    ["a: !!str b", { a: "b" }],
    ["a: &b c", { a: "c" }],
    ['"a": "b\nc: d"\nc: e', { a: "b c: d", c: "e" }],
  ])("about %j", (text, value) => expect(topLevelPlaces(text, value)).toBeUndefined());
});

test("whatever stands there, in any layout", () => {
  const parts =
    'a: |b: |c:|d: |e:\n|- |\n|\n|\n  |  |# c|#| #|b|[b, c]|{ d: e }|"f: g"|"f\n  g"|\'h\'|>-\n  i|,|:'.split(
      "|",
    );
  let taken = 0;
  const tried = tries(6000);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts, "|\n  k: l"), { maxLength: 12 }), (words) => {
      if (agrees(words.join(""))) taken += 1;
    }),
    { numRuns: tried },
  );
  expect(taken).toBeGreaterThan(tried / 50);
});
