import { appendFileSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildHandbook, openPageProgram, pageProgramFolder, readSettings } from "../../site/index.ts";
import { generateHandbook } from "../site/bench/generate-handbook.ts";
import { writeFiles } from "../site/bench/write-files.ts";
import { openBrowser, openPage } from "./open-browser.ts";
import { serveFolder } from "./serve-folder.ts";

const workshop = mkdtempSync(join(tmpdir(), "handrail-large-"));
const handbook = join(workshop, "handbook");
const site = join(workshop, "site");
afterAll(() => rmSync(workshop, { recursive: true, force: true }));

async function build(): Promise<number> {
  const program = await openPageProgram(await pageProgramFolder());
  const environment = { HANDRAIL_HANDBOOK: handbook, HANDRAIL_CACHE: join(workshop, "cache") };
  const settings = readSettings(environment, () => "2026-11-23T08:00:00Z");
  return (await buildHandbook(program, settings, site)).changed;
}

/** The texts of a part of the search index, all in one. */
const textsOf = (part: string) =>
  globSync(`${part}/fragment/*`, { cwd: site })
    .map((path) => gunzipSync(readFileSync(join(site, path))).toString())
    .join("\n");
const partOf = (word: string) =>
  globSync("pagefind*", { cwd: site }).filter((part) => textsOf(part).includes(word));
const entryTimes = () =>
  new Map(
    globSync("pagefind*/pagefind-entry.json", { cwd: site }).map((path) => [
      path,
      statSync(join(site, path)).mtimeMs,
    ]),
  );

// Enough for more than one part.
beforeAll(async () => {
  writeFiles(handbook, generateHandbook(520, 1));
  for (const [index, word] of ["zebrafinch", "quetzal", "hoopoe", "wryneck"].entries())
    appendFileSync(join(handbook, `events/process-${1 + index * 10}.mdx`), `\nAsk the ${word}.\n`);
  await build();
});

test("after an edit only the part of its text is indexed anew", async () => {
  const before = entryTimes();
  expect(before.size).toBe(2);
  const parts = partOf("hoopoe");
  expect(parts).toHaveLength(1);
  appendFileSync(join(handbook, "events/process-21.mdx"), "\nAnd the bullfinch.\n");
  expect(await build()).toBe(1);
  const anew = [...entryTimes()].filter(([path, time]) => time !== before.get(path));
  expect(anew.map(([path]) => path)).toEqual([`${parts[0]}/pagefind-entry.json`]);
  expect(partOf("bullfinch")).toEqual(parts);
});

test("a search finds what is in every part", async () => {
  const server = await serveFolder(site, "/");
  const browser = await openBrowser();
  try {
    const { page, errors } = await openPage(browser, server.address);
    await page.goto(server.address);
    await page.locator("[data-search-open]:visible").first().click();
    const words = ["zebrafinch", "quetzal", "hoopoe", "wryneck"];
    expect(new Set(words.flatMap(partOf)).size).toBe(2);
    for (const [index, word] of words.entries()) {
      await page.locator("dialog input[type=search]").fill(word);
      const found = page.locator(`#search-results a[href^="/processes/process-${1 + index * 10}/"]`);
      await found.first().waitFor();
    }
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
    await server.close();
  }
});
