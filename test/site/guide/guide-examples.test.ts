import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ExampleHandbook } from "./example-handbook.ts";
import { type Example, readCommands, readExamples } from "./read-examples.ts";

/** The day on which the guide's examples happen; a Monday. */
const now = "2027-01-11T08:00:00Z";

const pages = readdirSync("site/content/guide").filter((file) => file.endsWith(".mdx"));

/** How many processes a handbook has differs from reader to reader. */
const withoutCount = (text: string) => text.replace(/^\d+ (?:process(?:es)? checked|issue forms?)/gm, "…");

const isKnown = ({ language, target }: Example) =>
  language === "console" ? target === "" : ["yaml", "mdx"].includes(language) && target !== "";

describe.each(pages)("the guide's %s", (page) => {
  const text = readFileSync(`site/content/guide/${page}`, "utf8");
  const examples = readExamples(text);
  const fixture = `${process.cwd()}/test/fixtures/guide`;
  let handbook: ExampleHandbook;
  beforeAll(() => {
    handbook = new ExampleHandbook(fixture);
  });
  afterAll(() => handbook.remove());

  test("has no fence that nobody tries", () => {
    expect(text.match(/^```/gm) ?? []).toHaveLength(examples.length * 2);
    expect(examples.filter((example) => !isKnown(example))).toEqual([]);
  });

  test.skipIf(examples.length === 0).each(examples)("line $line: $language $target", async (example) => {
    if (example.language !== "console") return handbook.write(example);
    for (const { command, shown } of readCommands(example.text)) {
      const printed = await handbook.run(command, now);
      expect(withoutCount(printed), command).toBe(withoutCount(shown));
    }
  });
});
