import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import type { DataPath } from "../../../core/definition/index.ts";
import { keyOffset, nodeAt } from "../../../core/definition/locate-node.ts";
import { readPlainYaml } from "../../../core/definition/plain-yaml.ts";
import { shippedFiles } from "../../builders.ts";
import { tries } from "../../tries.ts";

/** Every path that leads to a value, and one below each that leads nowhere. */
function pathsIn(value: unknown, path: DataPath = []): DataPath[] {
  const inner = Array.isArray(value)
    ? value.flatMap((item, index) => pathsIn(item, [...path, index]))
    : typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, item]) => pathsIn(item, [...path, key]))
      : [];
  return [path, [...path, "nowhere"], [...path, 99], ...inner];
}

/** What is read without the parser is what the parser reads, at the same places, and it has nothing to say against it. */
function agrees(text: string): boolean {
  const plain = readPlainYaml(text);
  if (!plain) return false;
  const document = parseDocument(text, { stringKeys: true, prettyErrors: false });
  expect({ text, errors: [...document.errors, ...document.warnings] }).toEqual({ text, errors: [] });
  expect({ text, value: plain.value }).toStrictEqual({ text, value: document.toJS() });
  for (const path of pathsIn(plain.value)) {
    const found = { value: plain.valueOffset(path), key: plain.keyOffset(path) };
    const wanted = { value: nodeAt(document, path)?.range?.[0], key: keyOffset(document, path) };
    if (found.value !== wanted.value || found.key !== wanted.key)
      expect({ text, path, ...found }).toEqual({ text, path, ...wanted });
  }
  return true;
}

const plainValues =
  'a|some words|-5bd|+2w|12|0|true|false|don\'t|a:b|a-b|x - y|a :b|a]|x, y|C#|2026-12-24|17:00|truest|say „x“|é|"q: r, s"|\'t # u\'|""|[]|[ ]|{}|[a, b]|[ a,  b ]|[a b, 12, true]|[-5bd, 3]|[[a], [b, c]]|{ what: x, from: y }|{a: b}|{ a:  b}|{ a: [b, { c: d }], e: "f, g" }|["a, b", \'c\']'.split(
    "|",
  );
const otherValues =
  "null|Null|True|~|-|--|---|- a|007|-3|1.5|1e3|1e-3|0x1f|0o7|99999999999|.5|.inf|.nan|+|a: b: c|b:|x #c|# c|'it''s'|\"a\\nb\"|\"a|'a|\"a\" b|*a|&a b|!t a|@a|%a|`a`|? a|: a|>|\\||>= 10000|=|<<|[a, ]|[a,,b]|[, a]|[a: b]|[a:b]|[a#b]|[a #b]|[a|[a]]|[a] b|{a:b}|{ a: , b: c}|{ a }|{ a: b, }|{ a: b, a: c }|{ null: a }|{ a: b } c|{ constructor: a }|\ta|a\tb|a\u00a0|\u00a0a|\u2028|\ufeffa|a\u0001|a\u0085".split(
    /(?<!\\)\|/,
  );

describe("what the plain reader takes", () => {
  test.each(plainValues)("%j as a value", (value) => {
    expect(agrees(`a: ${value}\nb:   ${value} \n`)).toBe(true);
    expect(agrees(`\n- a: ${value}\n`)).toBe(false);
    expect(agrees(`a:\n  - ${value}\n  -   b: ${value}\n      c: d\n`)).toBe(true);
  });

  test.each([
    "a: b\n",
    "\n\n# c\na: b\n  # c\n\nb: c",
    "a:\n  b: c\n  d:\n    - e\n    - f\ng: h",
    "a:\n- b\n- c\nd: e",
    "a:\n    - b:\n      - c\n      d: e\n    - f",
    "a:\n - b\nc:\n      - d",
    "toString: a\nhasOwnProperty: b",
  ])("%j as a whole", (text) => expect(agrees(text)).toBe(true));

  test("the front matter of every process of the starter handbook", () => {
    const processes = [...shippedFiles()].filter(([path]) => path.endsWith(".mdx"));
    const texts = processes.map(([, text]) => text.slice(3, text.indexOf("\n---", 3)));
    expect(texts.filter((text) => !agrees(text))).toEqual([]);
  });
});

describe("what it leaves to the parser", () => {
  test.each(otherValues)("%j as a value", (value) => {
    expect(readPlainYaml(`a: ${value}\nb: c`)).toBeUndefined();
    expect(readPlainYaml(`a:\n  - ${value}\n  - c`)).toBeUndefined();
  });

  test.each([
    "",
    "a",
    " a: b",
    "- a",
    "a:",
    "a:\nb: c",
    "a: b\n  c",
    "a: b\n c: d",
    "a:\n  b: c\n d: e",
    "a:\n  - b\n  c: d",
    "a:\n  - b\n - c",
    "a:\n  - b\n    - c",
    "a:\n  - - b",
    "a:\n  -\n    b: c",
    "a: b\na: c",
    "a: b\n- c",
    "a : b",
    "a:b",
    "1: a",
    '"a": b',
    "null: a",
    "True: a",
    "__proto__: a",
    "constructor: a",
    "prototype: a",
    "? a",
    "--- a",
    "a: b\n...",
    "a: b\n---\nc: d",
    "%YAML 1.2\n---\na: b",
    "a: [b,\n  c]",
    "a: |\n  b",
    `${"a".repeat(65)}: b`,
  ])("%j as a whole", (text) => expect(readPlainYaml(text)).toBeUndefined());
});

/** Lines of a map or a list, nested in each other in every way that keeps its columns. */
const { map: tree } = fc.letrec<{ map: string[]; list: string[]; value: string | string[] }>((tie) => ({
  map: fc
    .uniqueArray(fc.tuple(fc.constantFrom(..."abcdef"), tie("value"), fc.constantFrom(2, 2, 1, 4, 0)), {
      selector: ([key]) => key,
      minLength: 1,
      maxLength: 4,
    })
    .map((entries) =>
      entries.flatMap(([key, value, indent]) => {
        if (typeof value === "string") return [`${key}: ${value}`];
        const least = value[0]?.startsWith("-") ? 0 : 1;
        return [`${key}:`, ...value.map((line) => " ".repeat(Math.max(least, indent)) + line)];
      }),
    ),
  list: fc
    .array(fc.tuple(tie("value"), fc.constantFrom(1, 1, 3)), { minLength: 1, maxLength: 3 })
    .map((items) =>
      items.flatMap(([value, blanks]) =>
        (typeof value === "string" ? [value] : value).map((line, index) =>
          index === 0 ? `-${" ".repeat(blanks)}${line}` : " ".repeat(blanks + 1) + line,
        ),
      ),
    ),
  value: fc.oneof(
    { maxDepth: 4 },
    { weight: 3, arbitrary: fc.constantFrom(...plainValues) },
    tie("map"),
    tie("list"),
  ),
}));
const bend = fc.tuple(
  fc.nat(200),
  fc.nat(3),
  fc.constantFrom(..." |  |\n|-|- |:|: |,|#| #|[|]|{|}|'|\"|\n\n|\n# c\n|x|\n  | \n|&|*|!|\t|~".split("|")),
);
const bentTree = fc.tuple(tree, fc.option(bend)).map(([lines, bent]) => {
  const text = lines.join("\n");
  if (!bent) return text;
  const at = bent[0] % (text.length + 1);
  return text.slice(0, at) + bent[2] + text.slice(at + bent[1]);
});
const anyLine = fc
  .tuple(
    fc.constantFrom(0, 0, 0, 2, 2, 4, 1, 3),
    fc.constantFrom(
      "",
      "a: ",
      "b: ",
      "c: ",
      "d: ",
      "- ",
      "- a: ",
      "-  b: ",
      "a:",
      "b:",
      "a:  ",
      "a :",
      "- - ",
    ),
    fc.oneof(
      fc.constantFrom("", ...plainValues),
      fc.constantFrom(...otherValues),
      fc.string({ maxLength: 4 }),
    ),
  )
  .map(([indent, head, value]) => " ".repeat(indent) + head + value);

describe("it agrees with the parser wherever it says anything", () => {
  test("maps and lists in each other, bent or not", () => {
    let taken = 0;
    const tried = tries(4000);
    fc.assert(
      fc.property(bentTree, (text) => {
        if (agrees(text)) taken += 1;
      }),
      { numRuns: tried },
    );
    expect(taken).toBeGreaterThan(tried / 5);
  });

  test("any lines", () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 6 }), (lines) => void agrees(lines.join("\n"))),
      { numRuns: tries(4000) },
    );
  });
});
