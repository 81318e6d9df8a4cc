import { expect, test } from "vitest";
import { searchDocument } from "../../../site/search/search-document.ts";
import { searchParts } from "../../../site/search/search-parts.ts";

const documents = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    searchDocument({ url: `processes/p${index}/`, kind: "process", title: "", language: "en" }, []),
  );
const addresses = (count: number) => searchParts(documents(count)).map((part) => part.map(({ url }) => url));

test.each([
  [0, 1],
  [600, 1],
  [601, 2],
  [1200, 2],
  [1201, 4],
  [10_000, 32],
])("%i texts are indexed in %i parts", (count, parts) => {
  expect(searchParts(documents(count))).toHaveLength(parts);
});

test("every text is in one part, and no part is far larger than another", () => {
  const parts = addresses(2000);
  expect(parts.flat().sort()).toEqual(
    documents(2000)
      .map(({ url }) => url)
      .sort(),
  );
  for (const part of parts) expect(Math.abs(part.length - 500)).toBeLessThan(100);
});

test("a new text changes no other part than its own", () => {
  const [before, after] = [addresses(900), addresses(901)];
  expect(after.filter((part, index) => part.length !== before[index]?.length)).toHaveLength(1);
});
