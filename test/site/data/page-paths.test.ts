import { globSync } from "node:fs";
import { expect, test } from "vitest";
import { notFoundPath, pagePaths } from "../../../site/data/page-paths.ts";
import { readGuideTexts } from "../../../site/program/guide-texts.ts";
import { handbookOf } from "../../builders.ts";
import { recordOf } from "../../core/learning/histories.ts";
import { showcaseHandbook } from "../showcase-handbook.ts";
import { siteOf } from "../site-of.ts";

const guide = readGuideTexts().map(({ id }) => id);
const fair = handbookOf(showcaseHandbook()).processes.get("fair");
if (!fair) throw new Error("The showcase has no fair.");
const run = recordOf(fair, {
  number: 1,
  startedOn: "2026-03-02",
  anchorDate: "2026-06-01",
  days: (_step, given) => given,
});
const runs = { version: 2 as const, writtenAt: "2026-11-20T08:00:00Z", runs: [run] };
const paths = pagePaths(siteOf(showcaseHandbook(), { runs }), guide);

/** The page an `.astro` file makes, as a pattern of its path: `processes/[id].astro` makes `processes/ID/`. */
function patternOf(file: string): RegExp {
  const route = file.replace(/\.astro$/, "").replace(/(?:^|\/)index$/, "");
  const pattern = route.replace(/\[\w+\]/g, "[^/]+");
  return new RegExp(pattern === "" ? "^$" : `^${pattern}/$`);
}

test.each(globSync("**/*.astro", { cwd: "site/pages" }))("%s makes a page that is listed", (file) => {
  const pattern = patternOf(file.replaceAll("\\", "/"));
  expect([...paths, notFoundPath].filter((path) => pattern.test(path))).not.toEqual([]);
});

test("every page is listed once", () => {
  expect(new Set(paths).size).toBe(paths.length);
});
