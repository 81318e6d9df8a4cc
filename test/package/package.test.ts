import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toolScript } from "../../scripts/tools/tool-script.ts";
import { nodes } from "./nodes.ts";

const folder = mkdtempSync(join(tmpdir(), "handrail-package-"));
const home = join(folder, "home");
let tarball: string;

const foreign = new Map([
  ["package.json", '{ "name": "ours", "private": true,  "dependencies": {} }\n'],
  [".github/ISSUE_TEMPLATE/start-here.yml", "name: Start here\n"],
  [".vscode/settings.json", '{\n\t"editor.tabSize": 8 // ours\n}\n'],
  ["processes.md", "# Ours\n"],
]);

beforeAll(() => {
  execFileSync(process.execPath, ["scripts/package/make-package.ts", join(folder, "staged")], {
    stdio: "inherit",
  });
  const npm = ["pack", "--json", "--pack-destination", folder];
  const [packed] = JSON.parse(execFileSync("npm", npm, { cwd: join(folder, "staged"), encoding: "utf8" }));
  tarball = join(folder, packed.filename);
  mkdirSync(home);
  for (const [path, text] of foreign) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  }
  execFileSync("npm", ["install", "--no-save", "--no-package-lock", "--no-audit", "--no-fund", tarball], {
    cwd: home,
    stdio: "inherit",
  });
  const git = (...words: string[]) => execFileSync("git", ["-C", home, ...words]);
  git("init", "--quiet");
  git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "--allow-empty", "-m", "Ours");
});
afterAll(() => rmSync(folder, { recursive: true }));

function handrail(node: string, ...args: string[]) {
  const program = join(home, "node_modules/handrail/dist/handrail.js");
  // A job of CI knows a repository and a user of its own; here nobody does.
  const env = { PATH: process.env["PATH"], HOME: home };
  const { status, stdout, stderr } = spawnSync(node, [program, ...args], {
    cwd: home,
    env,
    encoding: "utf8",
  });
  return { status, out: stdout, err: stderr };
}

const sizeOf = (place: string): number =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

test("is small, and runs no script when it is installed", () => {
  const modules = join(home, "node_modules");
  const manifests = readdirSync(modules, { recursive: true })
    .map(String)
    .filter((path) => /^(?:@[^/]+\/)?[^/@.]+\/package\.json$/.test(path));
  expect(statSync(tarball).size).toBeLessThan(10_000_000);
  expect(manifests.length).toBeLessThanOrEqual(15);
  expect(sizeOf(modules)).toBeLessThan(120_000_000);
  for (const path of manifests) {
    const { scripts = {} } = JSON.parse(readFileSync(join(modules, path), "utf8"));
    expect([path, ...Object.keys(scripts).filter((name) => /^(?:pre|post)?install$/.test(name))]).toEqual([
      path,
    ]);
  }
});

describe.each(nodes)("on %s", (node) => {
  test("begins a handbook, checks, plans and builds it, and touches nothing of others", () => {
    for (const path of ["processes", ".github/workflows", ".github/CODEOWNERS", "dist", "schemas"])
      rmSync(join(home, path), { recursive: true, force: true });
    for (const [path, text] of foreign) writeFileSync(join(home, path), text);
    expect(handrail(node, "check")).toMatchObject({
      status: 2,
      err: expect.stringContaining("npx handrail init"),
    });
    expect(handrail(node, "init", "--yes", "--login", "ada")).toMatchObject({ status: 0 });
    // Never a commit of the repository that it was installed into.
    expect(readFileSync(join(home, ".github/workflows/handrail.yml"), "utf8")).toMatch(
      /uses: OWNER\/handrail@v[\d.]+ # v[\d.]+\n/,
    );
    expect(handrail(node, "check")).toMatchObject({ status: 0 });
    expect(handrail(node, "new", "process", "tell-story")).toMatchObject({ status: 0 });
    const story = join(home, "processes/content/tell-story.mdx");
    const sound = readFileSync(story, "utf8");
    writeFileSync(story, `${sound}\n\`\`\`mermaid\nmindmap\n  root((A[\n\`\`\`\n`);
    expect(handrail(node, "check")).toMatchObject({
      status: 1,
      out: expect.stringContaining("broken-diagram"),
    });
    writeFileSync(story, sound);
    expect(handrail(node, "forms")).toMatchObject({ status: 0 });
    expect(handrail(node, "forms", "--check")).toMatchObject({ status: 0 });
    expect(handrail(node, "plan", "tell-story", "--anchor", "2030-03-20").out).toContain("Write the draft");
    expect(handrail(node, "upgrade")).toMatchObject({ status: 0, out: "" });
    expect(handrail(node, "build")).toMatchObject({ status: 0, err: "" });
    expect(existsSync(join(home, "dist/processes/tell-story/index.html"))).toBe(true);
    expect(existsSync(join(home, "dist/pagefind/pagefind.js"))).toBe(true);
    for (const [path, text] of foreign) expect(readFileSync(join(home, path), "utf8")).toBe(text);
    expect(handrail(node, "schemas")).toMatchObject({ status: 0 });
    expect(readFileSync(join(home, ".vscode/settings.json"), "utf8")).toMatch(
      /"editor\.tabSize": 8,[\s\S]*yaml\.schemas[\s\S]*\/\/ ours/,
    );
  });

  test("shows the handbook with a local GitHub, and says which port is taken before anything else", async () => {
    const program = join(home, "node_modules/handrail/dist/handrail.js");
    const child = spawn(node, [program, "start", "--port", "0"], {
      cwd: home,
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      const url = await new Promise<string>((done, fail) => {
        child.stdout.setEncoding("utf8").on("data", (text: string) => {
          const found = /http:\/\/\S+/.exec(text)?.[0];
          if (found) done(found);
        });
        child.once("close", () => fail(new Error("It ended.")));
      });
      const page = await fetch(`${url}processes/publish-blog-post/`);
      expect({ status: page.status, text: await page.text() }).toMatchObject({
        status: 200,
        text: expect.stringContaining("Publish a blog post"),
      });
      expect((await fetch(`${url}github/acme/handbook/issues`)).status).toBe(200);
      const taken = handrail(node, "start", "--port", new URL(url).port);
      expect(taken).toMatchObject({ status: 2, err: expect.stringContaining("is taken by another program") });
    } finally {
      child.kill("SIGTERM");
    }
  });

  test("the action builds the pages with the package, as a job does", () => {
    execFileSync(process.execPath, ["scripts/package/make-action.ts", join(folder, "action")]);
    const [outputs, bundle] = [join(folder, "outputs.txt"), join(folder, "action/index.js")];
    rmSync(outputs, { force: true });
    const env = {
      ...process.env,
      // npx takes the Node that comes first.
      PATH: `${dirname(node)}:${process.env["PATH"]}`,
      GITHUB_EVENT_NAME: "push",
      GITHUB_REPOSITORY: "acme/handbook",
      GITHUB_WORKSPACE: home,
      GITHUB_OUTPUT: outputs,
      RUNNER_TEMP: folder,
      INPUT_HANDBOOK: "processes",
      INPUT_TOKEN: "none",
      INPUT_PUBLISH: "pages",
      INPUT_PACKAGE: tarball,
    };
    expect(spawnSync(node, [bundle], { cwd: folder, env, encoding: "utf8" })).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^The pages are in /m),
    });
    const pages = /^folder=(.*)$/m.exec(readFileSync(outputs, "utf8"))?.[1] ?? "";
    expect(readFileSync(join(pages, "processes/publish-blog-post/index.html"), "utf8")).toContain(
      'href="/handbook/',
    );
    expect(existsSync(join(pages, "pagefind/pagefind.js"))).toBe(true);
  });

  test("a program in TypeScript plans a run with its library", () => {
    writeFileSync(join(home, "plan.mts"), programOfOthers);
    const tsc = resolve(toolScript("tsc"));
    const strict = ["--ignoreConfig", "--strict", "--module", "nodenext", "--target", "es2024"];
    expect(
      spawnSync(process.execPath, [tsc, ...strict, "plan.mts"], { cwd: home, encoding: "utf8" }),
    ).toMatchObject({ status: 0, stdout: "" });
    const printed = execFileSync(node, ["plan.mjs"], { cwd: home, encoding: "utf8" });
    expect(printed).toBe("idea 2030-02-18\nwrite 2030-03-20\n");
  });
});

/** What somebody writes who builds on the library. */
const programOfOthers = `import { type CivilDate, parseCivilDate } from "handrail/calendar";
import { type CheckedHandbook, openHandbook } from "handrail/handbook";
import { planBasisOf } from "handrail/holidays";
import { type RunPlan, scheduleRun } from "handrail/plan";

const story = [
  "---",
  "title: Tell a story",
  "summary: From an idea to a story.",
  "outcome: The story is told.",
  "trigger: Somebody has an idea.",
  "owner: author",
  "steps:",
  "  - { id: idea, title: Find the idea, role: author, due: -30d }",
  "  - { id: write, title: Write it, role: author, due: 0d }",
  "---",
].join(String.fromCharCode(10));
const { handbook, problems }: CheckedHandbook = openHandbook(
  new Map([
    ["handbook.yml", "title: Ours"],
    ["roles.yml", "author: { title: Author, people: [ada] }"],
    ["content/tell-story.mdx", story],
  ]),
);
const definition = handbook.processes.get("tell-story");
if (!definition) throw new Error(problems.map(({ message }) => message).join(" "));
const plan: RunPlan = scheduleRun({
  ...planBasisOf(handbook.config, handbook),
  definition,
  anchorDate: day("2030-03-20"),
  today: day("2030-01-10"),
  answers: new Map(),
});
for (const { step, dueDate } of plan.tasks) console.log(step, dueDate);

function day(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (date === undefined) throw new Error(text + " is no day.");
  return date;
}
`;
