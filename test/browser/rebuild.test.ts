import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  appendFileSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { generateHandbook } from "../site/bench/generate-handbook.ts";
import { writeFiles } from "../site/bench/write-files.ts";

const run = promisify(execFile);

const workshop = mkdtempSync(join(tmpdir(), "handrail-rebuild-"));
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
  const { stdout } = await run(process.execPath, ["scripts/handrail.ts", "build"], {
    env: environment,
    maxBuffer: 1 << 26,
  });
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

/** Makes the next build begin with nothing. */
function forgetAll(): void {
  for (const folder of [cache, site]) rmSync(folder, { recursive: true, force: true });
}

/** Pagefind lists the values of filters in another order each time it runs, whoever runs it. */
const isShuffled = (path: string) => /^pagefind\/(?:filter\/|pagefind-entry\.json|.*\.pf_meta$)/.test(path);
const steady = (tree: ReadonlyMap<string, string>) => [...tree].filter(([path]) => !isShuffled(path));

test("a build that uses what the last one left gives the same as a whole build", async () => {
  mkdirSync(workshop, { recursive: true });
  writeFiles(handbook, generateHandbook(8, 1));
  await build();

  appendFileSync(join(handbook, "events/process-1.mdx"), "\n## One more thing\n\nRead it aloud.\n");
  const roles = readFileSync(join(handbook, "roles.yml"), "utf8");
  writeFileSync(join(handbook, "roles.yml"), roles.replace("people: [", "people: [demo-new, "));
  expect(await build()).toMatch(/^\d+ of \d+ pages changed\.$/m);
  const used = treeOf();
  expect(await build()).toContain("0 of");
  expect(steady(treeOf())).toEqual(steady(used));

  writeFileSync(join(site, "index.html"), "<p>Somebody was here.</p>");
  rmSync(join(site, "processes/process-2/plan.ics"));
  expect(await build(), "what somebody touched is mended").toContain("1 of");
  expect(steady(treeOf())).toEqual(steady(used));

  forgetAll();
  await build();
  const whole = treeOf();
  expect(steady(used)).toEqual(steady(whole));
  expect(used.size).toBe(whole.size);
}, 300_000);

test("processes, roles and areas come and go", async () => {
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

  forgetAll();
  await build();
  expect(steady(used)).toEqual(steady(treeOf()));
}, 300_000);

test("a build that was interrupted leaves no search index behind that lacks its texts", async () => {
  appendFileSync(join(handbook, "launches/process-new.mdx"), "\n## Zebras\n\nFeed the zebrafinch.\n");
  const lists = () => globSync("handrail/builds/*/search/texts-0.json", { cwd: cache });
  const timeOf = () => lists().map((path) => statSync(join(cache, path), { throwIfNoEntry: false })?.mtimeMs);
  const before = timeOf();
  expect(before).toHaveLength(1);
  const child = spawn(process.execPath, ["scripts/handrail.ts", "build"], {
    env: environment,
    stdio: "ignore",
  });
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
  expect(await build()).toMatch(/^1 of \d+ pages changed\.$/m);
}, 300_000);
