import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { readQuickYaml } from "../../../core/definition/quick-yaml.ts";
import { shippedFiles } from "../../builders.ts";
import { tries } from "../../tries.ts";

/** What is read quickly is what the other parser reads, and it has nothing to say against the text. */
function agrees(text: string): boolean {
  const quick = readQuickYaml(text);
  if (!quick) return false;
  const document = parseDocument(text, { stringKeys: true, merge: false, prettyErrors: false });
  expect({ text, errors: [...document.errors, ...document.warnings] }).toEqual({ text, errors: [] });
  expect({ text, value: quick.value }).toStrictEqual({ text, value: document.toJS() });
  return true;
}

test("the front matter of every process of the starter handbook is read quickly", () => {
  const processes = [...shippedFiles()].filter(([path]) => path.endsWith(".mdx"));
  const texts = processes.map(([, text]) => text.slice(3, text.indexOf("\n---", 3)));
  expect(texts.filter((text) => !agrees(text))).toEqual([]);
});

const values = [
  ..."a|-5bd|12|0|-3|+5|1.5|1e3|1e-3|0x1f|0o7|007|1_000|.5|.inf|-.Inf|.nan|99999999999|true|TRUE|truest|null|~|-|+|=".split(
    "|",
  ),
  ..."don't|a:b|a :b|a]|x, y|C#|2026-12-24|17:00|say „x“|é|# c|x #c|it is ? so|A & B|no ! yes|>= 10000|<<".split(
    "|",
  ),
  ...'"q: r, s"|\'t # u\'|""|"a\\nb"|\'it\'\'s\'|"a" b'.split("|"),
  ..."[]|{}|[a, b]|[-5bd, 3]|[[a], [b, c]]|{ what: x, from: y }|{a: b}|{ a: [b, { c: d }] }|[a, ]|{ a }|{ a: b, }".split(
    "|",
  ),
];

describe("what it leaves to the other parser", () => {
  test.each([
    ["an anchor", "a: &b c"],
    ["an alias", "a: [*b]"],
    ["a tag", "a: !t b"],
    ["a tag without a name", "a: ! b"],
    ["a key given twice", "a: b\na: c"],
    ["a key that is a number", "1: a"],
    ["a key that means nothing", "null: a"],
    ["a key that programs take as their own", "__proto__: a"],
    ["a key with a blank", "a b: c"],
    ["a second document", "a: b\n---\nc: d"],
    ["a directive", "%YAML 1.2\n---\na: b"],
    ["a text that is not closed", 'a: "b'],
    ["a list that is not closed", "a: [b"],
    ["a map within a word", "a: b: c"],
    ["a tab", "a:\n\tb: c"],
    ["a wrong column", "a:\n  b: c\n d: e"],
    ["a sign of no text", "a: b\u0001"],
  ])("%s", (_what, text) => expect(readQuickYaml(text)).toBeUndefined());
});

const heads = [
  "",
  "a: ",
  "b: ",
  "c: ",
  "- ",
  "- a: ",
  "-  b: ",
  "a:",
  "b:",
  "a :",
  "- - ",
  "a: |",
  "b: >-",
  "? ",
  "'k': ",
  "1: ",
  "--- ",
  "...",
  "k:\t",
  "&x ",
  "%A ",
];
const line = fc
  .tuple(
    fc.constantFrom(0, 0, 0, 2, 2, 4, 1, 3),
    fc.constantFrom(...heads),
    fc.oneof(fc.constantFrom("", ...values), fc.string({ maxLength: 4 })),
  )
  .map(([indent, head, value]) => " ".repeat(indent) + head + value);

describe("it agrees with the other parser wherever it says anything", () => {
  test.each(values)("%j as a value", (value) => {
    agrees(`a: ${value}\nb:   ${value} \n`);
    agrees(`a:\n  - ${value}\n  -   b: ${value}\n      c: d\n`);
  });

  test("any lines", () => {
    let taken = 0;
    const tried = tries(8000);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        if (agrees(lines.join("\n"))) taken += 1;
      }),
      { numRuns: tried },
    );
    expect(taken).toBeGreaterThan(tried / 20);
  });
});
