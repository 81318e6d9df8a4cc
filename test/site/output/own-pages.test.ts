import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  buildHandbook,
  openPageProgram,
  type PageProgram,
  pageProgramFolder,
  readSettings,
} from "../../../site/index.ts";
import { writeFiles } from "../bench/write-files.ts";
import { showcaseHandbook } from "../showcase-handbook.ts";

const folder = mkdtempSync(join(tmpdir(), "handrail-own-pages-"));
const handbook = join(folder, "handbook");
const site = join(folder, "site");
let program: PageProgram;

beforeAll(async () => {
  writeFiles(handbook, showcaseHandbook());
  program = await openPageProgram(await pageProgramFolder());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function build() {
  const environment = {
    HANDRAIL_HANDBOOK: handbook,
    HANDRAIL_CACHE: join(folder, "cache"),
    HANDRAIL_BASE: "/team/",
    HANDRAIL_SITE: "https://handbook.example",
  };
  const settings = readSettings(environment, () => "2026-11-23T08:00:00Z");
  return buildHandbook(program, settings, site);
}
const textOf = (path: string) => readFileSync(join(site, path), "utf8");

test("a page of one's own is a page like any other, in the menu and for machines", async () => {
  const { broken, problems } = await build();
  expect(broken).toEqual([]);
  expect(problems.filter(({ file }) => file.includes("pages/"))).toEqual([]);
  const page = textOf("pages/how-we-work/index.html");
  expect(page).toContain('<h2 id="about--where-we-write"');
  expect(page).toContain('href="/team/processes/fair/#brief"');
  expect(page).toContain('href="/team/pages/how-we-work/"');
  expect(page).toContain('class="aside aside-tip"');
  expect(page).not.toContain("<img src=x");
  expect(textOf("processes/fair/index.html")).toContain('href="/team/pages/how-we-work/"');
  expect(textOf("pages/how-we-work/index.md")).toContain("## Where we write");
  expect(textOf("sitemap-0.xml")).toContain("https://handbook.example/team/pages/how-we-work/");
  expect(textOf("llms.txt")).toContain("/team/pages/how-we-work/index.md");
});

test("it comes, changes and goes with its file, in every menu", async () => {
  const welcome = join(handbook, "pages/welcome.mdx");
  writeFileSync(welcome, "---\ntitle: Welcome\n---\n\nHello.\n");
  await build();
  expect(textOf("processes/fair/index.html")).toContain('href="/team/pages/welcome/"');
  writeFileSync(welcome, "---\ntitle: Welcome\n---\n\nGood morning.\n");
  expect((await build()).changed).toBe(1);
  expect(textOf("pages/welcome/index.html")).toContain("Good morning.");
  rmSync(welcome);
  await build();
  expect(textOf("processes/fair/index.html")).not.toContain("pages/welcome/");
  expect(() => textOf("pages/welcome/index.html")).toThrow("ENOENT");
});
