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

const gaps = [" ", "  ", "\n  ", " # c\n  ", "\n\n  # c\n# c\n  ", "\n", ""];
const held = [
  "b",
  "[b, c]",
  "{ d: e }",
  '"f: g"',
  "'h'",
  "- i\n  - j",
  "k: l\n  m: n",
  ">-\n  o: p",
  "|\n  q: r",
];
const odd = ['"s\nt: u"', "v\n  w", "", "x: y", "[b,\nc: d]", "!!str b", "# c"];
const ends = ["\n", "\n", " # c\n", "\n# c\n\n", "", "\n  z"];
const entryOf = fc.tuple(
  fc.constantFrom("a", "bc", "d-e", "f_1", '"g"', "H"),
  fc.constantFrom(...gaps, ...gaps.slice(0, 5)),
  fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...held) }, fc.constantFrom(...odd)),
  fc.constantFrom(...ends),
);

test("whatever stands there, in any layout", () => {
  let taken = 0;
  const tried = tries(6000);
  fc.assert(
    fc.property(fc.array(entryOf, { maxLength: 4 }), (entries) => {
      const text = entries.map(([key, gap, value, end]) => `${key}:${gap}${value}${end}`).join("");
      if (agrees(text)) taken += 1;
    }),
    { numRuns: tried },
  );
  expect(taken).toBeGreaterThanOrEqual(tried / 10);
});
