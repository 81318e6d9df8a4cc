import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
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

async function build(): Promise<string> {
  const { stdout } = await run(process.execPath, ["site/build.ts"], {
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: "1",
      HANDRAIL_HANDBOOK: handbook,
      HANDRAIL_NOW: "2026-11-23T08:00:00Z",
      HANDRAIL_OUT: site,
      HANDRAIL_CACHE: cache,
    },
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

test("another set of pages is built as a whole", async () => {
  rmSync(join(handbook, "events/process-1.mdx"));
  expect(await build()).toContain("page(s) built");
  expect(treeOf().has("processes/process-1/index.html")).toBe(false);
}, 300_000);
