import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { handbookOf, shippedFiles } from "../builders.ts";
import { recordOf } from "../core/learning/histories.ts";
import { handrail } from "./run-handrail.ts";

let folder = "";
const runs = () => join(folder, "runs.json");
const file = () => join(folder, "processes/content/publish-blog-post.mdx");

/** Six blog posts: the images are always two days late, and somebody always asks the lawyers. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "handrail-propose-"));
  cpSync("processes", join(folder, "processes"), { recursive: true });
  const definition = handbookOf(shippedFiles()).processes.get("publish-blog-post");
  if (!definition) throw new Error("There is no publish-blog-post any more.");
  const records = Array.from({ length: 6 }, (_, index) =>
    recordOf(definition, {
      number: 10 + index,
      startedOn: "2026-03-02",
      anchorDate: "2026-06-26",
      days: (step, given) => (step === "images" ? given + 2 : given),
      added: [["Ask the lawyers", "2026-06-22"]],
    }),
  );
  writeFileSync(runs(), JSON.stringify({ version: 2, writtenAt: "2026-07-01T08:00:00Z", runs: records }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const propose = (...args: string[]) =>
  handrail([
    "propose",
    "publish-blog-post",
    "--handbook",
    join(folder, "processes"),
    "--runs",
    runs(),
    ...args,
  ]);

test("says what six runs suggest, with the evidence", async () => {
  const { out, code } = await propose();
  await expect(out).toMatchFileSnapshot("cases/propose/six-blog-posts.txt");
  expect(code).toBe(0);
});

test("says that too few runs say nothing", async () => {
  const few = join(folder, "few.json");
  const all = JSON.parse(readFileSync(runs(), "utf8"));
  writeFileSync(few, JSON.stringify({ ...all, runs: all.runs.slice(0, 4) }));
  const { out } = await handrail([
    "propose",
    "publish-blog-post",
    "--handbook",
    join(folder, "processes"),
    "--runs",
    few,
  ]);
  expect(out).toBe("Publish a blog post: 4 runs so far; from 5 on something can be said.\n");
});

test("gives a patch that git takes, after which the handbook has no new mistake", async () => {
  const { out } = await propose("--format", "patch");
  const before = readFileSync(file(), "utf8");
  execFileSync("git", ["apply", "-p1", "-"], { cwd: join(folder, "processes"), input: out });
  const after = readFileSync(file(), "utf8");
  writeFileSync(file(), before);
  expect(after).toContain("- id: ask-the-lawyers");
  writeFileSync(file(), after);
  const { out: problems } = await handrail([
    "check",
    "--handbook",
    join(folder, "processes"),
    "--format",
    "json",
  ]);
  writeFileSync(file(), before);
  expect(JSON.parse(problems).filter(({ severity }: { severity: string }) => severity === "error")).toEqual(
    [],
  );
});

test("replays the runs under the text they followed as they were", async () => {
  const { out } = await propose("--replay", file());
  expect(out).toMatch(
    /^Publish a blog post: \d of the last 6 runs would have met the date, as many as did\.\n/,
  );
});

test("replays the runs under the suggestions, with the time that a step added by hand took", async () => {
  const { out } = await propose("--replay");
  expect(out).toContain("6 of the last 6 runs would have met the date");
  expect(out).not.toContain("Nobody can say");
});

test.each([
  [["--runs", "nowhere.json"], "There is no file `nowhere.json`"],
  [["--replay", "nowhere"], "nowhere is neither a file nor a revision"],
])("%j is wrong usage", async (args, message) => {
  const { code, err } = await propose(...args);
  expect([code, err.includes(message)]).toEqual([2, true]);
});
