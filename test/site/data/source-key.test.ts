import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { HandbookFiles } from "../../../core/definition/index.ts";
import type { RunsFile } from "../../../core/metrics/index.ts";
import { processPageKey } from "../../../site/data/page-key.ts";
import { sidebarOf } from "../../../site/data/sidebar.ts";
import type { Site } from "../../../site/data/site.ts";
import { machineFiles } from "../../../site/machine/machine-files.ts";
import { shippedFiles } from "../../builders.ts";
import { type SiteOptions, siteOf } from "../site-of.ts";

const blogPage = "processes/publish-blog-post/";
const blogPost = "processes/publish-blog-post/plan.json";
const launchPage = "processes/launch-product/";
const launch = "processes/launch-product/plan.json";
const runs = JSON.parse(readFileSync("test/site/cases/runs.json", "utf8")) as RunsFile;
const shipped = shippedFiles();

interface Keyed {
  readonly key: string;
  readonly texts: string;
}

/** Process pages and the files with keys, by the path of the first of those that belong together. */
function keyedFiles(site: Site): Map<string, Keyed> {
  const files = [...machineFiles(site)].flatMap(({ key, paths, files }): [string, Keyed][] =>
    key === undefined ? [] : [[paths[0] ?? "", { key: key(), texts: JSON.stringify([...files()]) }]],
  );
  const pages = [...site.processes.values()].map((subject): [string, Keyed] => {
    const page = site.pageOf(subject);
    const sidebar = sidebarOf(site, { area: subject.definition.area, href: page.href });
    const key = processPageKey(subject, site, sidebar);
    return [`processes/${page.id}/`, { key, texts: JSON.stringify([page, sidebar]) }];
  });
  return new Map([...files, ...pages]);
}

const before = keyedFiles(siteOf(shipped));

function changed(path: string, wanted: RegExp, replacement: string): HandbookFiles {
  const text = shipped.get(path) ?? "";
  if (!wanted.test(text)) throw new Error(`${path} does not hold ${wanted}.`);
  return new Map([...shipped, [path, text.replace(wanted, replacement)]]);
}

const change = {
  revision: "0123456789abcdef0123456789abcdef01234567",
  author: "Someone",
  committedAt: "2026-11-20T10:00:00+01:00",
  subject: "Mend it",
  blob: "",
  meaning: [],
};

const post = "content/publish-blog-post.mdx";

test.each<[string, HandbookFiles, SiteOptions, readonly string[]]>([
  [
    "the title of a process",
    changed(post, /^title: .*/m, "title: Publish it"),
    {},
    [blogPost, launch, blogPage, launchPage],
  ],
  ["a sentence of a step", changed(post, /\n## .*\n\n/, "$&Take your time. "), {}, [blogPost]],
  [
    "the name of a role",
    changed("roles.yml", /title: Blog author/, "title: Redactor"),
    {},
    [blogPost, blogPage],
  ],
  ["who has a role", changed("roles.yml", /demo-/g, "example-"), {}, [blogPost, blogPage]],
  [
    "who is away",
    new Map([...shipped, ["absences.yml", `demo-jonas: [2026-11-01..2027-11-30]\n`]]),
    {},
    [blogPage],
  ],
  ["reminders", changed("handbook.yml", /^reminders: .*/m, "reminders: [3bd]"), {}, [blogPost]],
  ["the workweek", changed("handbook.yml", /\[mon, tue/, "[tue"), {}, [blogPost]],
  ["a house closure", changed("handbook.yml", /2026-12-24/, "2026-11-24"), {}, [blogPost]],
  ["the day", shipped, { today: "2026-12-01" }, [blogPost]],
  ["the runs", shipped, { runs }, [blogPost, blogPage]],
  ["the last change", shipped, { history: [change] }, [blogPost, blogPage]],
  ["the base path", shipped, { environment: { HANDRAIL_BASE: "/team/" } }, [blogPage]],
  ["the address of the site", shipped, { environment: { HANDRAIL_SITE: "https://a.example" } }, [blogPost]],
])("when %s changes, files that differ have another key", (_what, files, options, mustDiffer) => {
  const after = keyedFiles(siteOf(files, options));
  const different = [...before].filter(([path, { texts }]) => after.get(path)?.texts !== texts);
  const sameKey = different.filter(([path, { key }]) => after.get(path)?.key === key);
  expect(sameKey.map(([path]) => path)).toEqual([]);
  expect(different.map(([path]) => path)).toEqual(expect.arrayContaining([...mustDiffer]));
});

test("a sentence in one process leaves the keys of all others but those that start it", () => {
  const after = keyedFiles(siteOf(changed(post, /\n## .*\n\n/, "$&Take your time. ")));
  const others = [...before].filter(([path, { key }]) => after.get(path)?.key !== key);
  expect(others.map(([path]) => path)).toEqual([launch, blogPost, launchPage, blogPage]);
});
