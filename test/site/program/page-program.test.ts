import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { openPageProgram, type PageProgram, pageProgramFolder } from "../../../site/index.ts";
import { pathsIn } from "../../../site/output/paths-in.ts";
import { showcaseHandbook } from "../showcase-handbook.ts";
import { siteOf } from "../site-of.ts";

let folder = "";
let program: PageProgram;
beforeAll(async () => {
  folder = await pageProgramFolder();
  program = await openPageProgram(folder);
});

const texts = (place: string) =>
  pathsIn(join(folder, place)).map(
    (path) => [path, readFileSync(join(folder, place, path), "utf8")] as const,
  );

test("imports nothing but what Node brings", () => {
  const foreign = texts("server").flatMap(([path, text]) =>
    [...text.matchAll(/^(?:import|export)\b[^;'"]*\bfrom ?["']((?!\.\.?\/|node:)[^"']+)["'];?$/gm)].map(
      ([, name]) => `${path}: ${name}`,
    ),
  );
  expect(foreign).toEqual([]);
});

test("leaves the holidays of the world to whoever reads the handbook: to load them takes longer than to render a page", () => {
  expect(texts("server").filter(([, text]) => text.includes("Maundy Thursday"))).toEqual([]);
});

test("names no folder of the machine it was made on", () => {
  expect(texts("server").filter(([, text]) => text.includes(process.cwd()))).toEqual([]);
});

test("has files that find each other under every path", () => {
  const absolute = texts("client").filter(([, text]) => /["'(`]\/_astro\//.test(text));
  expect(absolute.map(([path]) => path)).toEqual([]);
});

test("renders the same page under another base path, with every address below it", async () => {
  const render = (base: string) =>
    program.render(siteOf(showcaseHandbook(), { environment: { HANDRAIL_BASE: base } }), "processes/fair/");
  const [atRoot, below] = [await render("/"), await render("/a/b/")];
  const addresses = [...below.matchAll(/ (?:href|src|action)="(\/[^"]*)"/g)].map(([, href]) => href ?? "");
  expect(addresses.length).toBeGreaterThan(20);
  expect(addresses.filter((href) => !href.startsWith("/a/b/"))).toEqual([]);
  expect(below.replaceAll('"/a/b/', '"/')).toBe(atRoot);
});

test("renders handbooks side by side, and keeps nothing of them", async () => {
  const titled = (title: string) => {
    const files = new Map(showcaseHandbook());
    files.set("handbook.yml", (files.get("handbook.yml") ?? "").replace(/^title: .*$/m, `title: ${title}`));
    return siteOf(files);
  };
  const [one, two] = await Promise.all(
    [titled("One handbook"), titled("Two handbook")].map((site) => program.render(site, "guide/reading/")),
  );
  expect([one?.includes("One handbook"), one?.includes("Two handbook")]).toEqual([true, false]);
  expect([two?.includes("Two handbook"), two?.includes("One handbook")]).toEqual([true, false]);
});

test("a text that looks like a file of the program stays a text", async () => {
  const files = new Map(showcaseHandbook());
  const trick = '<link rel="stylesheet" href="/_astro/x.css">';
  files.set(
    "handbook.yml",
    (files.get("handbook.yml") ?? "").replace(/^title: .*$/m, `title: ${JSON.stringify(trick)}`),
  );
  const html = await program.render(siteOf(files, { environment: { HANDRAIL_BASE: "/a/" } }), "a-z/");
  expect(html).not.toContain("/a/_astro/x.css");
});

test("a page that is not there is a mistake that is told by name", async () => {
  await expect(program.render(siteOf(showcaseHandbook()), "processes/nothing/")).rejects.toThrow(/nothing/);
});
