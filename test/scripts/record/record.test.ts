import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommandLine } from "../../../scripts/command-line.ts";
import { openWithBlogPost, type TestWorld } from "../../bot/world.ts";

let world: TestWorld;
let folder: string;
let privateKey = "";
let record = "";
const key = () => join(folder, "record-key.pub");

async function handrail(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  let out = "";
  const code = await runCommandLine(args, {
    out: (text) => {
      out += text;
    },
    err: () => undefined,
    now: () => "2026-11-30T09:00:00Z",
    env,
  });
  return { code, out };
}
const check = async (text: string, keyFile = key()) => {
  const file = join(folder, "copy.json");
  await writeFile(file, text);
  await writeFile(join(folder, "copy.md"), await readFile(join(folder, "run-1.md"), "utf8"));
  return handrail(["record", "--check", file, "--key", keyFile]);
};

beforeAll(async () => {
  let run: number;
  ({ world, run } = await openWithBlogPost());
  folder = await mkdtemp(join(tmpdir(), "handrail-record-"));
  const stepOf = async (title: string) =>
    (await world.issues()).find((issue) => issue.parent === run && issue.title.startsWith(title))?.number ??
    0;
  for (const [title, who] of [
    ["Settle", "demo-lena"],
    ["Choose", "demo-ines"],
    ["Write the outline", "demo-jonas"],
  ] as const)
    await world.as(who).close(await stepOf(title));
  await world.as("demo-ines").comment(await stepOf("Approve"), "/approve");
  const { out } = await handrail(["record", "--new-key", "--handbook", folder]);
  privateKey = out;
  const { code } = await handrail(
    ["record", String(run), "--out", folder, "--repository", world.repository],
    {
      HANDRAIL_RECORD_KEY: privateKey,
      GITHUB_TOKEN: world.sandbox.tokens["demo-tom"] ?? "",
      GITHUB_API_URL: world.sandbox.links.api,
    },
  );
  expect(code).toBe(0);
  record = await readFile(join(folder, "run-1.json"), "utf8");
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await world.close();
});

describe("a record of a run", () => {
  test("tells who approved, for which role, and the digest of what they read", async () => {
    const page = await readFile(join(folder, "run-1.md"), "utf8");
    expect(page).toMatch(/approval 1 of \S+ by demo-ines/);
    expect(record).toContain('"texts"');
  });

  test("holds as it was written, without a network and without our secret", async () => {
    expect(await check(record)).toEqual({ code: 0, out: "All of it is as it was signed.\n" });
  });

  test.each([
    [
      "who approved",
      '"by": "demo-ines"',
      '"by": "demo-ined"',
      /^The fact “approval 1 of \S+ by demo-ines” is not what was signed\./,
    ],
    [
      "who closed a step",
      '"by": "demo-jonas"',
      '"by": "demo-jonaz"',
      /^The fact “entry 3” is not what was signed\./,
    ],
    [
      "the day a step was due",
      '"dueDate": "2026-',
      '"dueDate": "2027-',
      /^The fact “step \S+” is not what was signed\./,
    ],
    ["a second name", '"by": "demo-ines"', '"by": "demo-tom", "by": "demo-ines"', /stands in it twice/],
    ["the signs of a name", '"by": "demo-ines"', '"by": "demo-\\u0069nes"', /in other signs/],
    ["the signature", '"signature": "', '"signature": "A', /The signature was not made with this key/],
  ])("with %s changed says what no longer holds", async (_what, was, is, words) => {
    expect(record).toContain(was);
    const { code, out } = await check(record.replace(was, is));
    expect(code).toBe(1);
    expect(out).toMatch(words);
  });

  test("holds for no other key", async () => {
    const other = await mkdtemp(join(tmpdir(), "handrail-record-"));
    await handrail(["record", "--new-key", "--handbook", other]);
    const { code, out } = await check(record, join(other, "record-key.pub"));
    await rm(other, { recursive: true });
    expect([code, out]).toEqual([1, "The signature was not made with this key, or not for this record.\n"]);
  });

  test("whichever byte is changed, it no longer holds", async () => {
    const data = record.replace(/\s+\n|\n\s*/g, "");
    expect((await check(data)).code).toBe(0);
    for (let at = 0; at < data.length; at += Math.ceil(data.length / 60)) {
      const letter = data[at] === "a" ? "b" : "a";
      expect([at, (await check(data.slice(0, at) + letter + data.slice(at + 1))).code]).toEqual([at, 1]);
    }
  });
});
