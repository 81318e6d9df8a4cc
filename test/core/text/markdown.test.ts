import fc from "fast-check";
import type { Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import {
  codeSpan,
  escapeMarkdown,
  link,
  md,
  mention,
  messageWithCode,
  quoted,
  table,
} from "../../../core/text/index.ts";

const parse = (text: string): Root => unified().use(remarkParse).use(remarkGfm).parse(text);
const withoutJoiners = (text: string) => text.replace(/\u200b/g, "");
const plainLine = (text: string) =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .replace(/[\p{Cf}\u{E0000}-\u{E007F}]/gu, "")
    .trim();

const nasty = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom(
      ..."\\`*_{}[]()<>#+-.!|~=:&$@ \t\n19ab".split(""),
      "http://",
      "www.",
      "GH-1",
      "#1",
      "&lt;",
      "</x>",
      "<!--",
      "-->",
    ),
  }),
);

describe("escapeMarkdown", () => {
  test.each([
    ["fixes #12 and GH-3", "fixes #\u200b12 and GH-\u200b3"],
    ["@marketing-team look", "@\u200bmarketing-team look"],
    ["<img src=x onerror=alert(1)>", "\\<img src=x onerror=alert(1)>"],
    ["# not a heading", "\\# not a heading"],
    ["1. not a list", "1\\. not a list"],
    ["12) not a list", "12\\) not a list"],
    ["- not a list", "\\- not a list"],
    ["anna-lena has 3 of 12 (25)", "anna-lena has 3 of 12 (25)"],
    ["a plain sentence, with a dash - and a dot.", "a plain sentence, with a dash - and a dot."],
    ["Plain words, (all) of them: 2", "Plain words, (all) of them: 2"],
    ["so so  ", "so so"],
    ["two\nlines", "two lines"],
    ["turn\u202earound", "turnaround"],
  ])("%j becomes %j", (typed, escaped) => {
    expect(escapeMarkdown(typed)).toBe(escaped);
  });

  test("whatever is typed is shown as exactly that text", () => {
    fc.assert(
      fc.property(nasty, (typed) => {
        const tree = parse(escapeMarkdown(typed));
        const wanted = plainLine(typed);
        expect(withoutJoiners(textOf(tree)).replace(/[\u200c\u200d]/g, "")).toBe(withoutJoiners(wanted));
        expect(tree.children.map(({ type }) => type)).toEqual(wanted === "" ? [] : ["paragraph"]);
        const [paragraph] = tree.children;
        const kinds = paragraph && "children" in paragraph ? paragraph.children.map(({ type }) => type) : [];
        expect(new Set(kinds).isSubsetOf(new Set(["text"]))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test("nothing live is left", () => {
    fc.assert(
      fc.property(nasty, (typed) => {
        const shown = textOf(parse(escapeMarkdown(typed)));
        expect(shown).not.toMatch(/@[a-z0-9]/i);
        expect(shown).not.toMatch(/#\d/);
        expect(shown).not.toMatch(/\bGH-\d/i);
      }),
      { numRuns: 3000 },
    );
  });
});

test("a code span shows any text", () => {
  fc.assert(
    fc.property(nasty, (typed) => {
      const tree = parse(`x ${codeSpan(typed).text} y`);
      const wanted = plainLine(typed);
      const [paragraph] = tree.children;
      const spans =
        paragraph && "children" in paragraph
          ? paragraph.children.filter(({ type }) => type === "inlineCode")
          : [];
      expect(spans).toHaveLength(1);
      expect(textOf(spans[0]).trim()).toBe(withoutJoiners(wanted).trim());
    }),
    { numRuns: 2000 },
  );
});

test("md escapes what is put into it, and nothing else", () => {
  expect(
    md`**${"*Title*"}**, ${3} days, ${mention("demo-ines")}, ${link("[x]", "https://example.org/(a b)")}`
      .text,
  ).toBe("**\\*Title\\***, 3 days, @demo-ines, [\\[x\\]](https://example.org/%28a%20b%29)");
});

test("a mention is live only for a login", () => {
  expect(mention("demo-ines").text).toBe("@demo-ines");
  expect(mention("everyone @here").text).toBe("everyone @\u200bhere");
});

test("a quotation keeps its lines and cannot end itself", () => {
  expect(quoted("first\n\n# second @bob\n</details>").text).toBe(
    "> first\n>\n> \\# second @\u200bbob\n> \\</details>",
  );
});

test("a table keeps its rows, whatever the cells hold", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(nasty, nasty), { minLength: 1, maxLength: 5 }), (rows) => {
      const tree = parse(
        table(
          ["A", "B"],
          rows.map((row) => row.map((cell) => md`${cell}`)),
        ).text,
      );
      expect(tree.children.map(({ type }) => type)).toEqual(["table"]);
      const [grid] = tree.children;
      const sizes = grid?.type === "table" ? grid.children.map((row) => row.children.length) : [];
      expect(sizes).toEqual(Array(rows.length + 1).fill(2));
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ["Unexpected role `a*b*`, expected `c`.", "Unexpected role `a*b*`, expected `c`."],
  ["*bold* `x` @bob", "\\*bold\\* `x` @\u200bbob"],
  ["no code at all", "no code at all"],
  ["an odd ` sign", "an odd \\` sign"],
])("the message %s shows its words as code", (message, expected) => {
  expect(messageWithCode(message).text).toBe(expected);
});

test("a message cannot break out of its line, whatever it quotes", () => {
  fc.assert(
    fc.property(nasty, (typed) => {
      const tree = parse(`- ${messageWithCode(`Unexpected \`${typed.replaceAll("`", "'")}\` here`).text}`);
      expect(tree.children.map(({ type }) => type)).toEqual(["list"]);
    }),
    { numRuns: 500 },
  );
});

test("texts are the same when they say the same, also to those who compare or store them as data", () => {
  expect(md`Write **${"a*b"}**`).toEqual(md`Write **${md`a\\*b`}**`);
  expect(md`Write ${"this"}`).not.toEqual(md`Write ${"that"}`);
  expect(JSON.parse(JSON.stringify(md`Write ${"this"}`))).toEqual({ text: "Write this" });
});
