import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readTree } from "../../sandbox/state/git/read-tree.ts";
import { repository as o, refusal, start } from "./start.ts";

test("objects have the names git gives them", () => {
  const files = new Map([
    ["a.md", "a\n"],
    ["a-b/c.md", "ü ✓"],
    ["a/b/c.md", ""],
    ["a.b", "x"],
    ["z/y", "1"],
  ]);
  const folder = mkdtempSync(join(tmpdir(), "sandbox-git-"));
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const git = (...args: string[]) => execFileSync("git", args, { cwd: folder, encoding: "utf8" }).trim();
    git("init", "--quiet");
    git("-c", "core.autocrlf=false", "add", "--all");
    expect(readTree(files).sha).toBe(git("write-tree"));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a tree's name depends on its files, not on their order", () => {
  const path = fc
    .array(fc.constantFrom("a", "b", "c.md"), { minLength: 1, maxLength: 3 })
    .map((parts) => `${parts.join("-")}/${parts[0]}.md`);
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(path, fc.string()), { selector: ([name]) => name }), (entries) => {
      expect(readTree(new Map(entries.toReversed())).sha).toBe(readTree(new Map(entries)).sha);
    }),
  );
});

test("two sandboxes with the same files agree on HEAD, whatever the time", async () => {
  const one = await start();
  const two = await start();
  await two.moveClock("2027-01-01T00:00:00Z");
  const head = async (sandbox: typeof one) =>
    (await sandbox.bot.rest.repos.getBranch({ ...o, branch: "main" })).data.commit.sha;
  expect(await head(one)).toBe(await head(two));
});

test("history tells when a file changed, and old revisions stay readable", async () => {
  const sandbox = await start();
  const path = "processes/handbook.yml";
  const text = async (ref: string) => {
    const { data } = await sandbox.bot.rest.repos.getContent({ ...o, path, ref });
    return Buffer.from((data as { content: string }).content, "base64").toString();
  };
  await text("main");
  for (const version of ["one", "two"]) {
    await sandbox.moveClock(version === "one" ? "2026-03-03T08:00:00Z" : "2026-03-04T08:00:00Z");
    sandbox.files.set(path, version);
    await text("main");
  }
  sandbox.files.set("README.md", "unrelated");
  const { data } = await sandbox.bot.rest.repos.listCommits({ ...o, path });
  expect(data.map(({ commit }) => commit.committer?.date)).toEqual([
    "2026-03-04T08:00:00Z",
    "2026-03-03T08:00:00Z",
    "2026-03-02T08:00:00Z",
  ]);
  expect(await Promise.all(data.map(({ sha }) => text(sha)))).toEqual(["two", "one", "title: Handbook\n"]);
  expect((await sandbox.bot.rest.repos.listCommits(o)).data).toHaveLength(4);

  sandbox.files.delete(path);
  expect(await refusal(text("main"))).toMatchObject({ status: 404 });
  expect(await text(data[0]?.sha.slice(0, 7) ?? "")).toBe("two");
});

test("readings of HEAD never overtake each other", async () => {
  const answers = [new Map([["a", "old"]]), new Map([["a", "new"]])];
  const delays = [20, 0];
  let asked = 0;
  const sandbox = await start({
    readFiles: async () => {
      const at = asked;
      asked += 1;
      await new Promise((resolve) => setTimeout(resolve, delays[at] ?? 0));
      return answers[at] ?? new Map();
    },
  });
  await Promise.all([
    sandbox.bot.rest.repos.getBranch({ ...o, branch: "main" }),
    sandbox.bot.rest.repos.getBranch({ ...o, branch: "main" }),
  ]);
  expect(sandbox.state.commits.map(({ files }) => files.get("a"))).toEqual(["old", "new"]);
});
