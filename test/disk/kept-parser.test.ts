import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseProcess } from "../../core/definition/index.ts";
import { exampleHandbook } from "../../core/rules/index.ts";
import { openKeptParser } from "../../disk/index.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "handrail-kept-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = "content/example.mdx";
const text = exampleHandbook({}).get(path) ?? "";
const source = { path, text };
const title = parseProcess(source).draft.title;

const files = () => readdirSync(folder).filter((name) => name.endsWith(".json"));
const bend = (from: string | RegExp, to: string) => {
  for (const name of files()) {
    const before = readFileSync(join(folder, name), "utf8");
    writeFileSync(join(folder, name), before.replace(from, to));
  }
};

/** The title of the example as another run of a program reads it. */
async function titleRead(programId = "one", read = source): Promise<string | undefined> {
  const parser = await openKeptParser(folder, programId);
  return parser.parse(read).draft.title;
}

beforeEach(async () => {
  const parser = await openKeptParser(folder, "one");
  parser.parse(source);
  await parser.keep();
  // So that one can see whether a title comes from here or from the text.
  bend(JSON.stringify(title), '"Kept"');
});

test("what was kept is not parsed again", async () => {
  expect(await titleRead()).toBe("Kept");
});

test.each<[string, () => Promise<string | undefined>]>([
  ["of another program", () => titleRead("two")],
  ["of another text", () => titleRead("one", { path, text: `${text}\n` })],
  ["of the same text under another path", () => titleRead("one", { path: "content/other.mdx", text })],
])("what was kept %s is not taken", async (_what, read) => {
  expect(await read()).toBe(title);
});

test.each<[string, string | RegExp, string]>([
  ["is cut off", /.{9}$/, ""],
  ["is no JSON", /^.*$/, "<<<<<<< ours"],
  ["is empty", /^.*$/, ""],
  ["is something else", /^.*$/, '{"__proto__": 1}'],
  ["lacks a part", '"sections"', '"other"'],
  ["holds a part of another kind", /"line":\d+/, '"line":"one"'],
  ["holds a list for a draft", /"draft":\{/, '"draft":[],"other":{'],
])("what was kept and %s is as if it were not there", async (_what, from, to) => {
  bend(from, to);
  expect(await titleRead()).toBe(title);
});

test("only what the last reading used is kept", async () => {
  const parser = await openKeptParser(folder, "one");
  for (let version = 0; version < 50; version += 1) parser.parse({ path, text: `${text}\n${version}` });
  await parser.keep();
  expect(files()).toHaveLength(1);
  expect(readFileSync(join(folder, files()[0] ?? ""), "utf8").match(/"draft":\{/g)).toHaveLength(1);
});

test("git sees nothing of it", () => {
  expect(readFileSync(join(folder, ".gitignore"), "utf8")).toBe("*\n");
});
