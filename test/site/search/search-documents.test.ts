import { expect, test } from "vitest";
import { readGuideTexts } from "../../../site/program/guide-texts.ts";
import { processDocument } from "../../../site/search/process-document.ts";
import { searchDocuments } from "../../../site/search/search-documents.ts";
import { shippedFiles } from "../../builders.ts";
import { siteOf } from "../site-of.ts";

const guide = readGuideTexts();
const documents = new Map(
  searchDocuments(siteOf(shippedFiles()), guide).map(({ url, html }) => [url, html()]),
);

test.each([
  ["processes/publish-blog-post/", "process"],
  ["roles/blog-author/", "role"],
  ["areas/content/", "list"],
  ["glossary/", "list"],
  ["guide/reading/", "guide"],
  ["guide/who-may-do-what/", "guide"],
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

test.each([
  ["One\n\nTwo!", "One. Two!"],
  ["- a\n- b;\n  - c", "a. b; c."],
  ["| a | b |\n|---|---|\n| 1 | 2 |", "a. b. 1. 2."],
  ["one\\\ntwo", "one two."],
  ['**bold**ly [read](https://example.org "a > b") `x < y`', "boldly read x &#x3C; y."],
  ["### More\n\nText", '<h3 id="about--also--more">More</h3> Text.'],
])("a text is read as sentences: %j", (markdown, sentences) => {
  const post = "content/publish-blog-post.mdx";
  const [front = ""] = (shippedFiles().get(post) ?? "").split(/^## /m);
  const site = siteOf(new Map([...shippedFiles(), [post, `${front}\n## Also\n\n${markdown}\n`]]));
  const subject = site.processes.get("publish-blog-post");
  if (subject === undefined) throw new Error("The process is missing.");
  const [, last = ""] = /.*<div>(.*)<\/div><\/body>/s.exec(processDocument(subject, site).html()) ?? [];
  expect(last.replace(/\s+/g, " ").trim()).toBe(sentences);
});
