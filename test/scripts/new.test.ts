import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Problem } from "../../core/problem.ts";
import type { ExampleFiles, Rule, RuleExample } from "../../core/rules/index.ts";
import { ruleName } from "../../scripts/new/rule-template.ts";
import { handrail } from "./run-handrail.ts";

const repository = process.cwd();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "handrail-new-"));
  cpSync("test/fixtures/guide", join(folder, "processes"), { recursive: true });
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(repository);
  rmSync(folder, { recursive: true });
});

const frontMatterOf = (path: string): unknown =>
  parse(/^---\n([\s\S]*?)\n---\n/.exec(readFileSync(path, "utf8"))?.[1] ?? "");

describe("new process", () => {
  test.each([
    ["run-quiz", "Run quiz"],
    ["2027", "2027"],
    ["1e5", "1e5"],
    ["null", "Null"],
    ["true", "True"],
    ["yes", "Yes"],
    ["a".repeat(64), `A${"a".repeat(63)}`],
  ])("%s makes a process that passes the check and can be planned", async (id, title) => {
    const made = await handrail(["new", "process", id, "--area", "events"]);
    const path = `processes/events/${id}.mdx`;
    expect(made).toMatchObject({ code: 0, out: `${path}\n` });
    expect(frontMatterOf(path)).toMatchObject({ title, owner: "marketing-lead" });
    expect((await handrail(["check", path])).out).not.toMatch(/ (error|warning) /);
    const [, command = ""] = /npx handrail (plan .*)$/m.exec(made.err) ?? [];
    const plan = await handrail(command.split(" "));
    expect(plan).toMatchObject({ code: 0, err: "" });
    expect(plan.out).not.toContain("past-due");
  });

  test.each([
    ["2026-12-01T08:00:00Z", "2027-01-13"],
    ["2026-11-17T08:00:00Z", "2027-01-04"],
  ])("on %s a try on %s is proposed, which is a business day", async (now, day) => {
    writeFileSync(
      "processes/handbook.yml",
      readFileSync("processes/handbook.yml", "utf8").replace(
        "  region: ZH\n",
        "  region: ZH\n  closed: [2026-12-24..2027-01-02]\n",
      ),
    );
    const { err } = await handrail(["new", "process", "quiz"], now);
    expect(err).toContain(`--anchor ${day}\n`);
  });

  test("tells to make the form before the check, which asks for it", async () => {
    const { err } = await handrail(["new", "process", "quiz"]);
    expect([...err.matchAll(/npx handrail (\w+)/g)].map(([, command]) => command)).toEqual([
      "forms",
      "check",
      "plan",
    ]);
  });

  test("goes to the first area when none is named", async () => {
    expect((await handrail(["new", "process", "quiz"])).out).toBe("processes/content/quiz.mdx\n");
  });

  test("goes to the area that stands before its name", async () => {
    expect((await handrail(["new", "process", "events/quiz"])).out).toBe("processes/events/quiz.mdx\n");
  });

  test.each([
    [["press/quiz"], "Unexpected --area `press`"],
    [["Run Quiz"], "did you mean `run-quiz`?"],
    [["Grüße-aus-Köln"], "did you mean `gruesse-aus-koeln`?"],
    [["café"], "did you mean `cafe`?"],
    [["../quiz"], "did you mean `quiz`?"],
    [["公告"], "choose another name."],
    [["a".repeat(65)], "expected at most 64 lower-case letters"],
    [
      ["quiz", "--area", "event"],
      "Unexpected --area `event`, expected one of `content` or `events`; did you mean `events`?",
    ],
    [["quiz", "--area", "press"], "add its folder and heading to `areas` in handbook.yml first."],
    [["quiz", "--area", "../press"], "Unexpected --area `../press`"],
    [["quiz", "--aera", "events"], "Did you mean --area?"],
    [[], "missing required argument 'id'"],
  ])("%j is refused kindly", async (args, message) => {
    const { code, out, err } = await handrail(["new", "process", ...args]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
  });

  test("keeps a process that is there", async () => {
    await handrail(["new", "process", "quiz", "--area", "events"]);
    const { code, err } = await handrail(["new", "process", "quiz", "--area", "content"]);
    expect(code).toBe(2);
    expect(err).toContain("There is a process `quiz` already, in processes/events/quiz.mdx;");
  });
});

describe("new rule", () => {
  beforeEach(() => {
    cpSync(join(repository, "core"), "core", { recursive: true });
    symlinkSync(join(repository, "node_modules"), "node_modules");
  });

  test("makes a rule whose examples hold, and lists it in order", async () => {
    const made = await handrail(["new", "rule", "many-words"]);
    expect(made).toMatchObject({ code: 0, out: "core/rules/many-words.ts\ncore/rules/rules.ts\n" });
    expect(made.err).toContain("npx handrail schemas\n");
    const list = readFileSync("core/rules/rules.ts", "utf8");
    const names = [...list.matchAll(/^ {2}(\w+),$/gm)].map(([, name]) => name);
    expect(names).toContain(ruleName("many-words"));
    expect(names).toEqual(names.toSorted((a, b) => (kebab(a) < kebab(b) ? -1 : 1)));
    expect(list).toContain('import { manyWords } from "./many-words.ts";');
    const { rules, exampleHandbook, checkHandbook } = await import(join(folder, "core/rules/index.ts"));
    const { parseHandbook } = await import(join(folder, "core/definition/index.ts"));
    const { examples } = rules.find(({ id }: Rule) => id === "many-words");
    const idsOf = (files: ExampleFiles) =>
      checkHandbook(parseHandbook(exampleHandbook(files))).map(({ problemId }: Problem) => problemId);
    expect(examples.map(({ wrong }: RuleExample) => idsOf(wrong))).toEqual([["many-words"]]);
    expect(examples.map(({ right }: RuleExample) => idsOf(right))).toEqual([[]]);
  });

  test.each([
    ["Vague", "did you mean `vague`?"],
    ["many_words", "did you mean `many-words`?"],
    ["vague-title", "There is a rule `vague-title` already"],
  ])("%s is refused kindly", async (id, message) => {
    const { code, out, err } = await handrail(["new", "rule", id]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
  });

  test("needs the folder of Handrail itself", async () => {
    rmSync("core", { recursive: true });
    const { code, err } = await handrail(["new", "rule", "many-words"]);
    expect({ code, err }).toMatchObject({
      code: 2,
      err: expect.stringContaining("rules are made in the folder of Handrail"),
    });
  });
});

const kebab = (name = "") => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
