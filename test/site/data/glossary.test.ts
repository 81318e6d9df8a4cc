import { expect, test } from "vitest";
import { glossary } from "../../../site/data/glossary.ts";
import { linkedTerms } from "../../../site/data/linked-terms.ts";
import { siteOf } from "../site-of.ts";

const house = new Map([
  ["Lead", "Somebody who is interested."],
  ["run", "A race for a good cause."],
]);

test("words of the house stand among the others, by name, and go before them", () => {
  const entries = glossary(house);
  expect(entries.map(({ term }) => term)).toEqual(
    entries.map(({ term }) => term).toSorted((a, b) => a.localeCompare(b)),
  );
  expect(entries.filter(({ term }) => term === "run").map(({ meaning }) => meaning)).toEqual([
    "A race for a good cause.",
  ]);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
});

test.each([
  ["a word of the house, however short", "lead", true],
  ["a word of two parts", "lead time", true],
  ["a short word that every handbook has", "step", false],
])("texts lead to %s", (_what, word, isLinked) => {
  expect(linkedTerms(house).some(([term]) => term === word)).toBe(isLinked);
});

test("a text leads to the longest word, once, and to words of the house", () => {
  const site = siteOf(
    new Map([
      ["handbook.yml", "title: Ours\nareas: { a: A }\nglossary: { Lead: Somebody who is interested. }\n"],
      ["roles.yml", "author: { title: Author, people: [demo-jonas] }\n"],
      [
        "a/one.mdx",
        "---\ntitle: One\nsummary: S.\noutcome: O.\ntrigger: T.\nowner: author\nsteps: [{ id: a, title: A, role: author }]\n---\n\nThe lead time is short. Every lead counts, and leads like it.\n",
      ],
    ]),
  );
  expect(site.processes.get("one")?.texts.introduction).toBe(
    '<p>The <a href="/glossary/#lead-time" class="term">lead time</a> is short. Every <a href="/glossary/#lead" class="term">lead</a> counts, and leads like it.</p>',
  );
});
