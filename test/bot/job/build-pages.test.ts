import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { buildPages } from "../../../bot/job/build-pages.ts";
import { readJobInputs } from "../../../bot/job/job-inputs.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "handrail-job-"));
  await mkdir(join(folder, "processes"));
  await writeFile(join(folder, "processes/handbook.yml"), "title: Handbook\n");
});
afterEach(() => rm(folder, { recursive: true }));

/** A job in which npx, instead of fetching anything, does as the shell's words say. */
async function job(publish: "pages" | "preview", npx: string) {
  await mkdir(join(folder, "bin"));
  await writeFile(join(folder, "bin/npx"), `#!/bin/sh\n${npx}\n`);
  await chmod(join(folder, "bin/npx"), 0o755);
  const env = {
    GITHUB_EVENT_NAME: "pull_request",
    GITHUB_REPOSITORY: "acme/handbook",
    GITHUB_TOKEN: "a secret",
    GITHUB_WORKSPACE: folder,
    GITHUB_OUTPUT: join(folder, "output"),
    RUNNER_TEMP: folder,
    INPUT_PUBLISH: publish,
    INPUT_PACKAGE: "handrail",
    PATH: `${join(folder, "bin")}:${process.env["PATH"]}`,
  };
  return buildPages(await readJobInputs(env), env);
}

const writesAPage =
  'mkdir -p "$HANDRAIL_OUT" && printf \'<a href="/a/">%s</a>\' "$GITHUB_TOKEN" > "$HANDRAIL_OUT/index.html"';

test("a preview knows no token, has links that work on a disk, and leaves out what has mistakes", async () => {
  const { warnings, failures } = await job("preview", `${writesAPage}; exit 1`);
  expect(warnings).toEqual([expect.stringContaining("are left out of these pages")]);
  expect(failures).toEqual([]);
  const output = /folder=(.*)\n/.exec(await readFile(join(folder, "output"), "utf8"))?.[1] ?? "";
  expect(await readFile(join(output, "index.html"), "utf8")).toBe('<a href="./a/index.html"></a>');
});

test.each([
  ["a preview of nothing", "preview", "exit 1"],
  ["pages with mistakes", "pages", `case "$*" in *build) ${writesAPage}; exit 1;; *) echo "{}";; esac`],
] as const)("%s is not published", async (_what, publish, npx) => {
  await expect(job(publish, npx)).rejects.toThrow("ended with 1");
});
