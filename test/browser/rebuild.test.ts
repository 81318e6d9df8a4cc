import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { generateHandbook } from "../site/bench/generate-handbook.ts";
import { writeFiles } from "../site/bench/write-files.ts";

const run = promisify(execFile);

// Inside the repository, as the program that renders pages finds its packages from where it is kept.
const workshop = resolve(`.cache/rebuild-test-${process.pid}`);
const handbook = join(workshop, "handbook");
const site = join(workshop, "site");
const cache = join(workshop, "cache");
afterAll(() => rmSync(workshop, { recursive: true, force: true }));

const environment = {
  ...process.env,
  HANDRAIL_HANDBOOK: handbook,
  HANDRAIL_NOW: "2026-11-23T08:00:00Z",
  HANDRAIL_OUT: site,
  HANDRAIL_CACHE: cache,
  HANDRAIL_SITE: "https://handbook.example",
};

async function build(): Promise<string> {
  const { stdout } = await run(process.execPath, ["site/build.ts"], { env: environment, maxBuffer: 1 << 26 });
  return stdout;
}

/** Every file by path, with a digest of its bytes. */
function treeOf(): Map<string, string> {
  const paths = globSync("**/*", { cwd: site }).filter((path) => statSync(join(site, path)).isFile());
  return new Map(
    paths.sort().map((path) => [
      path,
      createHash("sha256")
        .update(readFileSync(join(site, path)))
        .digest("hex"),
    ]),
  );
}

/** Leaves of all that builds have kept only what says of the last one that it was whole. */
function forgetCaches(): void {
  for (const path of globSync(["*", "handrail/*"], { cwd: cache }))
    if (!/^handrail(?:\/builds)?$/.test(path)) rmSync(join(cache, path), { recursive: true });
}

/** Pagefind lists the values of filters in another order each time it runs, whoever runs it. */
const isShuffled = (path: string) => /^pagefind\/(?:filter\/|pagefind-entry\.json|.*\.pf_meta$)/.test(path);
const steady = (tree: ReadonlyMap<string, string>) => [...tree].filter(([path]) => !isShuffled(path));

test("a build that uses what the last one left gives the same as a whole build", async () => {
  mkdirSync(workshop, { recursive: true });
  writeFiles(handbook, generateHandbook(8, 1));
  expect(await build()).toContain("page(s) built");

  appendFileSync(join(handbook, "events/process-1.mdx"), "\n## One more thing\n\nRead it aloud.\n");
  const roles = readFileSync(join(handbook, "roles.yml"), "utf8");
  writeFileSync(join(handbook, "roles.yml"), roles.replace("people: [", "people: [demo-new, "));
  expect(await build()).toMatch(/^\d+ of \d+ pages changed\.$/m);
  const used = treeOf();
  expect(await build()).toContain("0 of");
  expect(steady(treeOf())).toEqual(steady(used));

  forgetCaches();
  writeFileSync(join(site, "index.html"), "<p>Somebody was here.</p>");
  expect(await build(), "a folder that somebody touched is built as a whole").toContain("page(s) built");
  const whole = treeOf();
  expect(steady(used)).toEqual(steady(whole));
  expect(used.size).toBe(whole.size);
}, 300_000);

test("processes, roles and areas that come and go are no reason to build the whole", async () => {
  const moved = readFileSync(join(handbook, "events/process-1.mdx"), "utf8");
  rmSync(join(handbook, "events/process-1.mdx"));
  mkdirSync(join(handbook, "launches"));
  writeFileSync(join(handbook, "launches/process-new.mdx"), moved);
  const roles = readFileSync(join(handbook, "roles.yml"), "utf8");
  writeFileSync(join(handbook, "roles.yml"), `${roles}another:\n  title: Another\n  people: [demo-new]\n`);
  expect(await build()).toMatch(/^\d+ of \d+ pages changed\.$/m);
  const used = treeOf();
  const paths = [...used.keys()];
  expect(paths.filter((path) => path.startsWith("processes/process-1/"))).toEqual([]);
  for (const there of [
    "processes/process-new/plan.ics",
    "roles/another/index.md",
    "areas/launches/index.html",
  ])
    expect(paths).toContain(there);
  expect(readFileSync(join(site, "sitemap-0.xml"), "utf8")).toContain("/processes/process-new/");

  forgetCaches();
  rmSync(site, { recursive: true });
  expect(await build()).toContain("page(s) built");
  expect(steady(used)).toEqual(steady(treeOf()));
}, 300_000);

test("a build that was interrupted leaves no search index behind that lacks its texts", async () => {
  appendFileSync(join(handbook, "launches/process-new.mdx"), "\n## Zebras\n\nFeed the zebrafinch.\n");
  const lists = () => globSync("handrail/builds/*/search/texts.json", { cwd: cache });
  const timeOf = () => lists().map((path) => statSync(join(cache, path), { throwIfNoEntry: false })?.mtimeMs);
  const before = timeOf();
  expect(before).toHaveLength(1);
  const child = spawn(process.execPath, ["site/build.ts"], { env: environment, stdio: "ignore" });
  const ended = new Promise((done) => child.once("close", done));
  const isWritten = () => timeOf().some((time) => time !== undefined && time !== before[0]);
  while (child.exitCode === null && !isWritten()) await setTimeout(2);
  child.kill("SIGKILL");
  await ended;

  await build();
  const fragments = globSync("pagefind/fragment/*", { cwd: site });
  const texts = fragments.map((path) => gunzipSync(readFileSync(join(site, path))).toString());
  expect(texts.filter((text) => text.includes("zebrafinch"))).toHaveLength(1);
}, 300_000);

test("a link that leads nowhere ends the build, and the next one does not take the site for whole", async () => {
  const file = join(handbook, "launches/process-new.mdx");
  const text = readFileSync(file, "utf8");
  appendFileSync(file, "\n## Where else\n\n[Nowhere](/nowhere/)\n");
  await expect(build()).rejects.toThrow(/processes\/process-new\/ \/nowhere\/ leads to no page/);
  writeFileSync(file, text);
  expect(await build()).toContain("page(s) built");
}, 300_000);
