import { execFile } from "node:child_process";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Problem } from "../../core/problem.ts";
import { problemReporters } from "../../scripts/reporters/index.ts";
import { writeFiles } from "../site/bench/write-files.ts";
import { handrail, typed } from "./run-handrail.ts";
import { sarifFaults } from "./sarif-faults.ts";

const faulty = "--handbook test/fixtures/faulty";
const sound = "--handbook test/fixtures/handbook";

describe("what check prints of the faulty handbook", () => {
  test.each([
    ["text", "txt"],
    ["json", "json"],
    ["github", "github.txt"],
    ["sarif", "sarif"],
  ])("as %s", async (format, ending) => {
    const { out, err, code } = await handrail(typed(`check ${faulty} --format ${format}`));
    await expect(out).toMatchFileSnapshot(`cases/check/faulty.${ending}`);
    expect(err).toBe("2 processes checked: 8 errors, 4 warnings, 1 advice.\n");
    expect(code).toBe(1);
  });

  test("says the same in every format", async () => {
    const printed = async (format: string) =>
      (await handrail(typed(`check ${faulty} --format ${format}`))).out;
    const problems = JSON.parse(await printed("json")) as Problem[];
    const lines = problems.map(
      ({ file, line, column, severity, message, problemId }) =>
        `${file}:${line}:${column} ${severity} ${message} ${problemId}\n`,
    );
    expect(await printed("text")).toBe(lines.join(""));
    expect((await printed("github")).trimEnd().split("\n")).toHaveLength(problems.length);
    const sarif = JSON.parse(await printed("sarif"));
    expect(sarif.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(
      problems.map(({ problemId }) => problemId),
    );
  });
});

describe("a handbook without problems", () => {
  test.each([
    ["text", ""],
    ["json", "[]\n"],
    ["github", ""],
  ])("prints as %s: %j", async (format, expected) => {
    expect(await handrail(typed(`check ${sound} --format ${format}`))).toEqual({
      code: 0,
      out: expected,
      err: "2 processes checked, no problems.\n",
    });
  });

  test("prints a SARIF log without results, so that earlier alerts are closed", async () => {
    const { out } = await handrail(typed(`check ${sound} --format sarif`));
    expect(JSON.parse(out).runs[0].results).toEqual([]);
    expect(sarifFaults(out)).toEqual([]);
  });
});

describe("SARIF", () => {
  test("of the faulty handbook is valid", async () => {
    const { out } = await handrail(typed(`check ${faulty} --format sarif`));
    expect(sarifFaults(out)).toEqual([]);
  });

  test.each([
    ["https://example.org/handbook/", "https://example.org/handbook/problems/vague-title/"],
    [undefined, undefined],
  ])("of a handbook published at %s leads to %s", (site, helpUri) => {
    const log = problemReporters.sarif([problem], { site });
    expect(JSON.parse(log).runs[0].tool.driver.rules[0].helpUri).toBe(helpUri);
    expect(sarifFaults(log)).toEqual([]);
  });

  const problem: Problem = {
    problemId: "vague-title",
    severity: "advice",
    file: "processes/content/a.mdx",
    line: 1,
    column: 1,
    message: "Say more.",
  };

  test.each([
    ["an unknown rule", { problemId: "of-another-time" }],
    ["signs that mean something in a URI", { file: "pro cess/a#b?c%d/ä:[]\\.mdx" }],
    ["half a character", { file: "a\ud800.mdx", message: "\udc00" }],
    ["another place", { related: { file: "b c.mdx", line: 3, column: 2 } }],
  ])("with %s is valid", (_what, bent) => {
    expect(sarifFaults(problemReporters.sarif([{ ...problem, ...bent }]))).toEqual([]);
  });

  test("that is broken is seen to be", () => {
    const log = JSON.parse(problemReporters.sarif([problem]));
    log.runs[0].results[0].level = "advice";
    expect(sarifFaults(JSON.stringify(log))).not.toEqual([]);
  });
});

test.each([
  ["a line break", { message: "a\r\nb 100%" }, "::error file=a.mdx,line=2,col=3,title=x::a%0D%0Ab 100%25\n"],
  [
    "a colour of the terminal",
    { message: "a\u001b[31mb\u202e", file: "a\u009b.mdx" },
    "::error file=a\\u{9b}.mdx,line=2,col=3,title=x::a\\u{1b}[31mb\\u{202e}\n",
  ],
  ["a comma and a colon", { file: "a,b:c.mdx" }, "::error file=a%2Cb%3Ac.mdx,line=2,col=3,title=x::m\n"],
  ["a warning", { severity: "warning" as const }, "::warning file=a.mdx,line=2,col=3,title=x::m\n"],
  ["advice", { severity: "advice" as const }, "::notice file=a.mdx,line=2,col=3,title=x::m\n"],
])("a workflow command keeps to one line: %s", (_what, bent, expected) => {
  const problem: Problem = {
    problemId: "x",
    severity: "error",
    file: "a.mdx",
    line: 2,
    column: 3,
    message: "m",
  };
  expect(problemReporters.github([{ ...problem, ...bent }])).toBe(expected);
});

describe("exit codes", () => {
  test.each([
    [`check ${sound}`, 0],
    [`check ${faulty}`, 1],
    [`check ${faulty} test/fixtures/faulty/roles.yml`, 0],
    [`check ${faulty} ./test/fixtures/faulty/content/broken.mdx`, 1],
    [`check ${faulty} test/fixtures/faulty/content/sound.mdx`, 0],
    [`check ${faulty} test/fixtures/faulty`, 1],
    [`check ${faulty} test/fixtures/faulty/content/`, 1],
    [`check ${faulty} .`, 1],
    [`check ${faulty} test/fixtures/faulty/con`, 2],
    ["check --help", 0],
    ["--help", 0],
    [`check ${faulty} test/fixtures/faulty/content/absent.mdx`, 2],
    ["check --handbook test/fixtures/absent", 2],
    ["check --handbook README.md", 2],
  ])("%s gives %i", async (line, code) => {
    expect((await handrail(typed(line))).code).toBe(code);
  });

  test("check of a folder prints the problems in it", async () => {
    const everything = (await handrail(typed(`check ${faulty}`))).out;
    expect((await handrail(typed(`check ${faulty} test/fixtures/faulty`))).out).toBe(everything);
    const { out } = await handrail(typed(`check ${faulty} test/fixtures/faulty/content`));
    expect(out).toBe(everything.replace(/^test\/fixtures\/faulty\/[^/]*\n/gm, ""));
  });

  test("check of one file prints the problems of that file only", async () => {
    const { out, err } = await handrail(typed(`check ${faulty} test/fixtures/faulty/roles.yml`));
    expect(out.trimEnd().split("\n")).toHaveLength(2);
    expect(out).toMatch(/^(test\/fixtures\/faulty\/roles\.yml:.*\n)+$/);
    expect(err).toBe("2 processes checked: 1 warning, 1 advice.\n");
  });

  test("reach the shell, with results and messages apart", async () => {
    const run = promisify(execFile)(process.execPath, ["scripts/handrail.ts", ...typed(`check ${faulty}`)], {
      env: { ...process.env, HANDRAIL_NOW: "2026-12-01T08:00:00Z" },
    });
    const { code, stdout, stderr } = await run.catch((error) => error);
    await expect(stdout).toMatchFileSnapshot("cases/check/faulty.txt");
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: "2 processes checked: 8 errors, 4 warnings, 1 advice.\n",
    });
  });
});

test.each([
  ["chek", "command 'chek'", "check"],
  ["pln publish-post", "command 'pln'", "plan"],
  ["check --formt json", "option '--formt'", "--format"],
  ["check --handbok processes", "option '--handbok'", "--handbook"],
  ["plan publish-post --anchr 2026-12-18", "option '--anchr'", "--anchor"],
  ["forms --chek", "option '--chek'", "--check"],
])("%s is refused with the nearest word", async (line, unknown, near) => {
  const { code, out, err } = await handrail(typed(line));
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(`unknown ${unknown}`);
  expect(err).toContain(`Did you mean ${near}?`);
});

test("a format that is none is refused with those there are", async () => {
  const { code, err } = await handrail(typed(`check ${sound} --format yaml`));
  expect(code).toBe(2);
  expect(err).toContain("Allowed choices are text, json, github, sarif");
});

describe("a folder with more than a handbook in it", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "handrail-check-"));
    writeFiles(folder, [
      ["handbook.yml", "title: Handbook\n"],
      ["README.md", "For those who look at the folder.\n"],
      [".hidden/secret.mdx", "{process.exit(1)}\n"],
      ["content/big.mdx", `---\n${"a".repeat(1_100_000)}\n---\n`],
    ]);
    await writeFile(join(folder, "content/latin.mdx"), Buffer.from("---\ntitle: Caf\xe9\n---\n", "latin1"));
    await symlink("/etc/hostname", join(folder, "content/outside.mdx"));
    await symlink("/", join(folder, "everything"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test("links are not followed, and what is not read is told", async () => {
    const { out, code } = await handrail(["check", "--handbook", folder]);
    const told = out.split("\n").map((line) => line.replace(/^.*handrail-check-[^/]+\//, ""));
    expect(told.map((line) => `${/^[^:]*/.exec(line)?.[0]} ${line.split(" ").at(-1)}`.trim())).toEqual([
      "content/big.mdx unread-file",
      "content/latin.mdx unread-file",
      "content/outside.mdx unread-file",
      "everything unread-file",
      "",
    ]);
    expect(code).toBe(1);
  });
});

test("a text that was found still right is not to be looked through again", async () => {
  const folder = await mkdtemp(join(tmpdir(), "handrail-check-"));
  try {
    const processes = join(folder, "processes");
    await writeFiles(
      processes,
      new Map([
        ["handbook.yml", "title: Handbook\nareas: { content: Content }\n"],
        ["roles.yml", "author: { title: Author, people: [demo-jonas], deputies: [demo-lena] }\n"],
        [
          "content/article.mdx",
          "---\ntitle: Write an article\nsummary: From idea to article.\noutcome: It is live.\ntrigger: The plan has a slot.\nowner: author\nreviewEvery: 6mo\nsteps:\n  - { id: draft, title: Write the draft, role: author }\n---\n\n## Write the draft\n\nWrite.\n",
        ],
      ]),
    );
    const date = "2026-02-02T09:00:00Z";
    const git = (...args: string[]) =>
      promisify(execFile)("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], {
        cwd: folder,
        env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
      });
    await git("init", "--quiet");
    await git("add", "--all");
    await git("commit", "--quiet", "--message", "Write it down");
    const runs = join(folder, "runs.json");
    const activity = {
      proposals: [],
      agreements: [],
      confirmations: [{ process: "article", at: "2026-09-01T08:00:00Z" }],
    };
    await writeFile(runs, JSON.stringify({ version: 2, writtenAt: date, runs: [], activity }));
    const overdue = async (more: readonly string[]) =>
      (await handrail(["check", "--handbook", processes, ...more])).out.includes("review-overdue");
    expect([await overdue([]), await overdue(["--runs", runs])]).toEqual([true, false]);
    expect((await handrail(["check", "--handbook", processes, "--runs", join(folder, "none")])).code).toBe(2);
  } finally {
    await rm(folder, { recursive: true });
  }
});
