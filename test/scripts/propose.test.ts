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

const proposeFrom = (records: string, ...args: string[]) =>
  handrail([
    "propose",
    "publish-blog-post",
    "--handbook",
    join(folder, "processes"),
    "--runs",
    records,
    ...args,
  ]);
const propose = (...args: string[]) => proposeFrom(runs(), ...args);

test("says what six runs suggest, with the evidence", async () => {
  const { out, code } = await propose();
  await expect(out).toMatchFileSnapshot("cases/propose/six-blog-posts.txt");
  expect(code).toBe(0);
});

test("shows what could steer a terminal in words that people typed", async () => {
  const hostile = join(folder, "hostile.json");
  const all = JSON.parse(readFileSync(runs(), "utf8"));
  const [first] = all.runs;
  const comment = { number: 1, url: "https://github.example/issues/10#issuecomment-1" };
  const reply = {
    question: "missing",
    words: "Nothing\u001b[2J\u202e",
    step: null,
    by: "demo-mira",
    comment,
  };
  const replies = [{ ...reply, at: "2026-07-01T08:00:00Z" }];
  writeFileSync(hostile, JSON.stringify({ ...all, runs: [{ ...first, replies }, ...all.runs.slice(1)] }));
  const { out } = await proposeFrom(hostile);
  expect(out).toContain("What was missing? “Nothing\\u{1b}[2J\\u{202e}” (demo-mira, #10)");
});

test("says that too few runs say nothing", async () => {
  const few = join(folder, "few.json");
  const all = JSON.parse(readFileSync(runs(), "utf8"));
  writeFileSync(few, JSON.stringify({ ...all, runs: all.runs.slice(0, 4) }));
  const { out } = await proposeFrom(few);
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
    /^Publish a blog post: \d of the last 6 runs would have met their date, as many as did\.\n/,
  );
});

test("replays the runs under the suggestions, with the time that a step added by hand took", async () => {
  const { out } = await propose("--replay");
  expect(out).toContain("6 of the last 6 runs would have met their date");
  expect(out).not.toContain("Nobody can say");
});

test("replays them for programs too", async () => {
  const { out } = await propose("--replay", file(), "--format", "json");
  const [replayed] = JSON.parse(out);
  expect(replayed).toMatchObject({ process: "publish-blog-post", would: replayed.did });
  expect(replayed.runs).toHaveLength(6);
});

test("replays them under a text that lies elsewhere", async () => {
  const elsewhere = join(folder, "draft-of-the-text.txt");
  writeFileSync(elsewhere, readFileSync(file(), "utf8").replace("title: Make the images", "title: Draw"));
  const { out, code } = await propose("--replay", elsewhere);
  expect([code, out.split("\n")[0]]).toEqual([
    0,
    expect.stringMatching(/of the last 6 runs would have met their date, as many as did\.$/),
  ]);
});

test("gives the figures of each step with enough runs, for programs", async () => {
  const { out } = await propose("--format", "json");
  const [{ steps }] = JSON.parse(out);
  expect(steps.find(({ step }: { step: string }) => step === "images")).toMatchObject({
    runs: 6,
    medianDays: 5,
    percentile80Days: 5,
    quartileDays: [5, 5],
    medianSlipDays: 2,
    late: 6,
    handedOver: 0,
    skipped: 0,
    reopened: 0,
    closedEarly: 0,
    addedBeside: 0,
  });
  expect(steps.find(({ addedBeside }: { addedBeside: number }) => addedBeside > 0)).toMatchObject({
    step: "social",
    addedBeside: 6,
  });
});

test("says what became of earlier suggestions, and suggests what was refused no more", async () => {
  const all = JSON.parse(readFileSync(runs(), "utf8"));
  const decided = {
    process: "publish-blog-post",
    rule: "always-added",
    step: "ask-the-lawyers",
    hits: 6,
    wish: {
      kind: "add-step",
      after: "social",
      step: { id: "ask-the-lawyers", title: "Ask the lawyers", fields: { role: "content-strategist" } },
    },
    seen: { title: "Ask the lawyers", n: 6, detail: "Prepare the social posts" },
    pull: { number: 41, url: "https://github.example/pull/41" },
    at: "2026-08-03T10:00:00Z",
    isTaken: false,
  };
  const refused = join(folder, "refused.json");
  const activity = { proposals: [], agreements: [], confirmations: [], decided: [decided] };
  writeFileSync(refused, JSON.stringify({ ...all, activity }));
  const { out } = await propose("--runs", refused);
  expect(out).toContain(
    "- Not taken up on Mon 3 Aug 2026 (#41): “Ask the lawyers” was added by hand in 6 of 6 runs. It could be a step of its own after “Prepare the social posts”. It is asked again once it was seen in 12 runs.\n",
  );
  expect(out.match(/Ask the lawyers/g)).toHaveLength(1);
});

test.each([
  [["--runs", "nowhere.json"], "There is no file `nowhere.json`"],
  [["--replay", "nowhere"], "nowhere is neither a file nor a revision"],
  [["--replay", "package.json"], "package.json has no process publish-blog-post without errors"],
  [["--replay", "--format", "patch"], "A replay cannot be printed as a patch"],
])("%j is wrong usage", async (args, message) => {
  const { code, err } = await propose(...args);
  expect([code, err.includes(message)]).toEqual([2, true]);
});

test("a file is the text of one process, which has to be named", async () => {
  const { code, err } = await handrail([
    "propose",
    "--handbook",
    join(folder, "processes"),
    "--runs",
    runs(),
    "--replay",
    file(),
  ]);
  expect([code, err.includes("expected its id too")]).toEqual([2, true]);
});
