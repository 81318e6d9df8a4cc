import { expect, test } from "vitest";
import { withRelativeLinks } from "../../../bot/job/with-relative-links.ts";

test.each([
  [
    "a page of the same folder",
    "index.html",
    '<a href="/processes/launch/">',
    '<a href="./processes/launch/index.html">',
  ],
  [
    "a page below",
    "processes/launch/index.html",
    '<a href="/roles/editor/#steps">',
    '<a href="../../roles/editor/index.html#steps">',
  ],
  ["home", "processes/launch/index.html", '<a href="/">', '<a href="../../index.html">'],
  ["a file", "a/index.html", '<link rel="x" href="/client/a.css">', '<link rel="x" href="../client/a.css">'],
  ["a script", "a/index.html", '<script src="/client/a.js">', '<script src="../client/a.js">'],
  ["another host", "a/index.html", '<a href="https://example.org/">', '<a href="https://example.org/">'],
  [
    "another host without its protocol",
    "a/index.html",
    '<a href="//example.org/">',
    '<a href="//example.org/">',
  ],
  ["a place on the page", "a/index.html", '<a href="#top">', '<a href="#top">'],
  ["words that look like one", "a/index.html", "href=&quot;/x/&quot;", "href=&quot;/x/&quot;"],
])("%s", (_what, path, html, relative) => {
  expect(withRelativeLinks(html, path)).toBe(relative);
});
