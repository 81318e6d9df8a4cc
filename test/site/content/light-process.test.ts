import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { defineHandbook, parseHandbook, parseProcess } from "../../../core/definition/index.ts";
import { checkHandbook } from "../../../core/rules/index.ts";
import { cacheKey, openFileCache } from "../../../site/content/file-cache.ts";
import { lightProcess, wholeProcess } from "../../../site/content/light-process.ts";
import { prepareFile } from "../../../site/content/prepare-file.ts";
import { prepareFiles } from "../../../site/content/prepare-files.ts";
import { generateHandbook } from "../bench/generate-handbook.ts";
import { showcaseHandbook } from "../showcase-handbook.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const broken = new Map([
  ...showcaseHandbook(),
  [
    "content/wrong.mdx",
    "---\ntitle: Wrong\nsteps:\n  - { id: a, title: A, role: nobody, due: 30 }\n---\n\n{1+1}\n",
  ],
  ["content/unreadable.mdx", "---\ntitle: [\n---\n"],
]);

test.each([
  ["sound", showcaseHandbook()],
  ["broken", broken],
] as const)("a %s handbook is checked and defined alike from the cache and from its text", (_name, files) => {
  const whole = parseHandbook(files);
  const light = parseHandbook(files, (source) => {
    const kept = JSON.parse(JSON.stringify(lightProcess(parseProcess(source)))) as ReturnType<
      typeof lightProcess
    >;
    return wholeProcess(source, kept);
  });
  expect(checkHandbook(light)).toEqual(checkHandbook(whole));
  const usable = (path: string) => !/wrong|unreadable/.test(path);
  expect(defineHandbook(light, usable)).toEqual(defineHandbook(whole, usable));
  for (const [index, process] of light.processes.entries())
    expect(process.body.introduction.nodes).toEqual(whole.processes[index]?.body.introduction.nodes);
});

test("many files are prepared on all cores as few are here", async () => {
  const context = { base: "/", roleTitles: {}, linkedTerms: [] };
  const sources = [...generateHandbook(60, 3)]
    .filter(([path]) => path.endsWith(".mdx"))
    .map(([path, text]) => ({ path, text }));
  const together = await prepareFiles(sources, context);
  expect(together).toEqual(sources.map((source) => structuredClone(prepareFile(source, context))));
});

test("a cache keeps what it was given, and forgets the rest", async () => {
  const folder = mkdtempSync(join(tmpdir(), "handrail-cache-"));
  folders.push(folder);
  const deep = join(folder, "deep", "cache");
  const first = await openFileCache<number>(deep);
  expect(first.get("a")).toBeUndefined();
  await first.keep(new Map([["a", 1]]));
  await (await openFileCache<number>(deep)).keep(new Map([["b", 2]]));
  const last = await openFileCache<number>(deep);
  expect([last.get("a"), last.get("b")]).toEqual([undefined, 2]);
  for (const name of readdirSync(deep)) writeFileSync(join(deep, name), "{ not a cache");
  expect((await openFileCache<number>(deep)).get("b")).toBeUndefined();
});

test("keys tell apart where one text ends and the next begins", () => {
  expect(cacheKey("ab", "c")).not.toBe(cacheKey("a", "bc"));
});
