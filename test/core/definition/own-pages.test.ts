import { expect, test } from "vitest";
import { parseHandbook } from "../../../core/definition/index.ts";
import { openHandbook } from "../../../core/handbook/index.ts";
import { checkHandbook, exampleHandbook } from "../../../core/rules/index.ts";

const problemsOf = (path: string, text: string) =>
  checkHandbook(parseHandbook(new Map([...exampleHandbook({}), [path, text]])))
    .filter(({ file }) => file === path)
    .map(({ problemId, line, column }) => `${line}:${column} ${problemId}`);

test.each([
  ["a sound page", "pages/welcome.mdx", "---\ntitle: Welcome\n---\n\nHello.\n", []],
  ["no front matter", "pages/welcome.mdx", "Hello.\n", ["1:1 no-front-matter"]],
  ["no title", "pages/welcome.mdx", "---\nsummary: Hello\n---\n", ["2:1 missing-field"]],
  ["an unknown key", "pages/welcome.mdx", "---\ntitle: Hi\nowner: me\n---\n", ["3:1 unknown-field"]],
  ["a program", "pages/welcome.mdx", "---\ntitle: Hi\n---\n\nSum {1 + 1}\n", ["5:5 unsafe-mdx"]],
  ["an import", "pages/welcome.mdx", "---\ntitle: Hi\n---\n\nimport x from 'y'\n", ["5:1 unsafe-mdx"]],
  ["front matter that runs", "pages/welcome.mdx", "---js\n({})\n---\n", ["1:1 front-matter-language"]],
  ["a dead link", "pages/welcome.mdx", "---\ntitle: Hi\n---\n\n[x](gone.mdx)\n", ["5:1 broken-link"]],
  ["a dead address", "pages/welcome.mdx", "---\ntitle: Hi\n---\n\n[x](/pages/gone/)\n", ["5:1 broken-link"]],
  ["a name that is no id", "pages/My page.mdx", "---\ntitle: Hi\n---\n", ["1:1 misplaced-file"]],
  ["a folder deeper", "pages/in/welcome.mdx", "---\ntitle: Hi\n---\n", ["1:1 misplaced-file"]],
])("%s", (_name, path, text, expected) => {
  expect(problemsOf(path, text)).toEqual(expected);
});

test("a page is no process", () => {
  const { handbook, parsed } = openHandbook(new Map([["pages/welcome.mdx", "---\ntitle: Hi\n---\n"]]));
  expect(handbook.processes.size).toBe(0);
  expect(parsed.pages.map(({ id, draft }) => [id, draft.title])).toEqual([["welcome", "Hi"]]);
});
