import { expect, test } from "vitest";
import { readGuideTexts } from "../../../site/search/guide-text.ts";
import { searchDocuments } from "../../../site/search/search-documents.ts";
import { shippedFiles } from "../../builders.ts";
import { siteOf } from "../site-of.ts";

const guide = await readGuideTexts();
const documents = new Map(searchDocuments(siteOf(shippedFiles()), guide).map(({ url, html }) => [url, html]));

test.each([
  ["processes/publish-blog-post/", "process"],
  ["roles/blog-author/", "role"],
  ["areas/content/", "list"],
  ["glossary/", "list"],
  ["guide/reading/", "guide"],
  ["guide/reference/", "guide"],
  ["problems/unknown-role/", "problem"],
])("%s is found as a %s", (url, kind) => {
  expect(documents.get(url)).toContain(`data-pagefind-filter="kind:${kind}"`);
});

test.each(guide.map(({ id, text }) => [id, text]))("%s is read without its marks", (_id, text) => {
  expect(text).toMatch(/[a-z]{3,}/);
  expect(text).not.toMatch(/[`*#|]|\[[ x]\]|\]\(|^\s*- |^---$/m);
});

test("no page shows the marks of code", () => {
  for (const html of documents.values()) expect(html.replace(/<[^>]*>/g, "")).not.toContain("`");
});
