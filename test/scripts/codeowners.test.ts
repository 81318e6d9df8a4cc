import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { handrail } from "./run-handrail.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "handrail-owners-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) =>
  handrail(["codeowners", "--handbook", "test/fixtures/handbook", "--repository", folder, ...args]);

test("the file is missing, written, and then up to date", async () => {
  expect((await run("--check")).code).toBe(1);
  expect((await run()).code).toBe(0);
  expect(readFileSync(join(folder, ".github/CODEOWNERS"), "utf8")).toContain(
    "/test/fixtures/handbook/content/publish-post.mdx @",
  );
  expect((await run("--check")).code).toBe(0);
});

test("the file that GitHub reads is the one that is changed", async () => {
  mkdirSync(join(folder, "docs"));
  writeFileSync(join(folder, "docs/CODEOWNERS"), "* @acme/all\n");
  await run();
  expect(readFileSync(join(folder, "docs/CODEOWNERS"), "utf8")).toMatch(/^\* @acme\/all\n\n# Begin/);
});

test("a file whose lines end as on Windows is up to date once it is written", async () => {
  writeFileSync(join(folder, "CODEOWNERS"), "* @acme/all  \r\n\r\n");
  expect((await run()).code).toBe(0);
  expect(readFileSync(join(folder, "CODEOWNERS"), "utf8")).toMatch(/^\* @acme\/all {2}\r\n\r\n\r\n# Begin/);
  expect((await run("--check")).code).toBe(0);
});
