import fc from "fast-check";
import matter from "gray-matter";
import { describe, expect, test } from "vitest";
import { cutFrontMatter } from "../../../core/definition/front-matter.ts";

const cut = (text: string) => {
  const { yaml, body, bodyFirstLine, findings } = cutFrontMatter(text);
  return { yaml: yaml.trim(), body, bodyFirstLine, problems: findings.map(({ problemId }) => problemId) };
};

describe("a file is cut in two", () => {
  test.each([
    ["plainly", "---\na: b\n---\nWords.\n", "Words.\n", 4],
    ["with YAML named", "---yaml\na: b\n---\nWords.\n", "Words.\n", 4],
    ["with YAML named loudly, and blanks", "--- YAML \na: b\n---\nWords.\n", "Words.\n", 4],
    ["with blanks behind the first line", "---  \na: b\n---\nWords.\n", "Words.\n", 4],
    ["without a body", "---\na: b\n---", "", 3],
    ["with blank lines", "---\n\na: b\n\n---\n\nWords.\n", "\nWords.\n", 6],
    [
      "with a line across in the body",
      "---\na: b\n---\nWords.\n\n---\n\nMore.\n",
      "Words.\n\n---\n\nMore.\n",
      4,
    ],
  ])("%s", (_what, text, body, bodyFirstLine) => {
    expect(cut(text)).toEqual({ yaml: "a: b", body, bodyFirstLine, problems: [] });
  });

  test("where blanks stand behind the last line of the front matter too", () => {
    expect(cut("---\na: b\n---  \nWords.\n")).toMatchObject({ yaml: "a: b", problems: [] });
  });

  test("where there is nothing in the front matter", () => {
    expect(cut("---\n---\nWords.\n")).toMatchObject({
      yaml: "",
      body: "Words.\n",
      bodyFirstLine: 3,
      problems: [],
    });
  });
});

describe("a file that cannot be cut is refused, and nothing of it is read", () => {
  test.each([
    ["nothing in it", "", "no-front-matter"],
    ["words only", "Words.\n", "no-front-matter"],
    ["a blank before", " ---\na: b\n---\n", "no-front-matter"],
    ["too many dashes", "----\na: b\n----\n", "no-front-matter"],
    ["no end", "---\na: b\n", "no-front-matter"],
    ["an end with words behind it", "---\na: b\n--- c\n", "no-front-matter"],
    ["another language", "---js\n1\n---\n", "front-matter-language"],
    ["another language after a blank", "--- toml\na = 1\n---\n", "front-matter-language"],
    ["a word that only ends with yaml", "---notyaml\na: b\n---\n", "front-matter-language"],
  ])("%s", (_what, text, problemId) => {
    expect(cut(text)).toEqual({ yaml: "", body: "", bodyFirstLine: 1, problems: [problemId] });
  });
});

/** gray-matter, which many programs read front matter with; its engines would run what a file says, so none is asked. */
const asGrayMatter = (text: string) => {
  const engine = { parse: () => ({}), stringify: () => "" };
  const { matter: yaml, content } = matter(text, { engines: { yaml: engine }, language: "yaml" });
  return { yaml: yaml.trim(), body: content };
};

test("what is accepted is cut as gray-matter cuts it", () => {
  const line = fc.constantFrom("---", "a: b", "", "Words.", "- c", "----", "# d", "--- e", "  ---");
  fc.assert(
    fc.property(fc.array(line, { maxLength: 9 }), fc.constantFrom("---", "---yaml"), (lines, opening) => {
      const text = [opening, ...lines].join("\n");
      const { yaml, body, problems } = cut(text);
      if (problems.length === 0) expect({ yaml, body }).toEqual(asGrayMatter(text));
    }),
  );
});
