import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fingerprint } from "../../core/fingerprint.ts";
import { openHandbook } from "../../core/handbook/index.ts";
import { handrailWorkflow, starterFiles } from "../../core/setup/index.ts";
import { runCommandLine } from "../../scripts/command-line.ts";
import { changesSince } from "../../scripts/setup/changes-since.ts";
import { shippedFiles } from "../builders.ts";
import { handrail } from "./run-handrail.ts";

const home = process.cwd();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "handrail-init-"));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const init = (...more: string[]) => handrail(["init", "--yes", "--login", "ada", ...more]);
const read = (path: string) => readFileSync(path, "utf8");
const write = (path: string, text: string) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};
const made = [
  ".github/CODEOWNERS",
  ".github/ISSUE_TEMPLATE/propose-a-change.yml",
  ".github/ISSUE_TEMPLATE/start-publish-blog-post.yml",
  ".github/workflows/handrail.yml",
  ".gitignore",
  "processes/content/publish-blog-post.mdx",
  "processes/handbook.yml",
  "processes/roles.yml",
];
const filesHere = () =>
  readdirSync(".", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"))
    .sort();

test("a handbook that passes the check at once, can be planned, and lacks nothing the second time", async () => {
  const { code, out } = await init();
  expect(code).toBe(0);
  expect(
    out
      .split("\n")
      .map((line) => line.split(/\s+/)[1])
      .filter(Boolean)
      .sort(),
  ).toEqual(made);
  expect(filesHere()).toEqual(made);
  expect(read("processes/roles.yml")).toContain("- ada\n");
  expect(await handrail(["check"])).toMatchObject({ code: 0 });
  expect(await handrail(["forms", "--check"])).toMatchObject({ code: 0 });
  expect(await handrail(["codeowners", "--check"])).toMatchObject({ code: 0 });
  expect((await handrail(["plan", "publish-blog-post", "--anchor", "2027-03-19"])).code).toBe(0);
  expect((await init()).err).toBe("Nothing is missing.\n");
});

describe("each of the shipped processes is a sound beginning", () => {
  const shipped = shippedFiles();
  const ids = openHandbook(shipped).parsed.processes.map(({ id }) => id);
  test.each(
    ids.flatMap(
      (id) =>
        [
          [id, []],
          [id, ["Über uns", "More"]],
        ] as [string, string[]][],
    ),
  )("%s in %j", (id, areas) => {
    const files = starterFiles({ title: "A: b", timeZone: "UTC", areas, process: id, login: "ada" }, shipped);
    const { problems } = openHandbook(files);
    const wrong = problems.filter(({ severity }) => severity === "error");
    expect([...wrong, ...problems.filter(({ problemId }) => problemId === "broken-link")]).toEqual([]);
  });
});

test("nothing that is there changes by a byte; what can be added to is added to", async () => {
  const foreign: Record<string, string> = {
    "package.json": '{ "name": "ours" }',
    ".github/ISSUE_TEMPLATE/start-here.yml": "name: Start here\r\n",
    ".github/ISSUE_TEMPLATE/start-publish-blog-post.yml": "name: Ours\n",
    ".github/workflows/handrail.yml": "name: Our own\n",
    "processes/notes.txt": "Ours.\n",
  };
  for (const [path, text] of Object.entries(foreign)) write(path, text);
  write(".github/CODEOWNERS", "* @acme/all\r\n");
  write(".gitignore", "/dist\r\nnode_modules");
  const { code, out } = await init();
  expect(code).toBe(0);
  expect(out).toContain("stays    .github/workflows/handrail.yml\n");
  expect(out).toContain("changed  .github/CODEOWNERS\n");
  for (const [path, text] of Object.entries(foreign)) expect(read(path)).toBe(text);
  expect(read(".gitignore")).toBe(
    "/dist\r\nnode_modules\r\n\r\n# Written by npx handrail build and start.\r\n.cache/\r\n",
  );
  expect(read(".github/CODEOWNERS")).toMatch(/^\* @acme\/all\r\n[\s\S]*blog-post\.mdx @ada/);
});

test("a handbook that lacks roles gets them, and none of its files is touched", async () => {
  cpSync(join(home, "test/fixtures/guide"), "processes", { recursive: true });
  rmSync("processes/roles.yml");
  const before = filesHere();
  const { code, out } = await init();
  expect({ code, isThere: existsSync("processes/roles.yml") }).toEqual({ code: 0, isThere: true });
  expect(out).not.toContain("handbook.yml");
  expect(filesHere()).toEqual(expect.arrayContaining(before));
});

describe("pages are published where that is asked for", () => {
  const path = ".github/workflows/handrail.yml";

  test("from the first day", async () => {
    const { err } = await init("--pages");
    expect(err).toContain("Settings, Pages");
    expect(read(path)).toContain("publish: pages");
  });

  test("later, in the workflow that nobody has changed, which upgrade keeps so", async () => {
    await init();
    expect((await init("--pages")).out).toContain(`changed  ${path}\n`);
    const text = read(path);
    expect(text).toContain("publish: pages");
    write(path, text.replaceAll(/(handrail@)[^\n]*/g, `$1${"0".repeat(40)} # v0.1.0`));
    expect(await handrail(["upgrade"])).toMatchObject({ code: 0, out: `${path}\n` });
    expect(read(path)).toBe(text);
  });

  test("not in one that somebody has changed, which is said", async () => {
    await init();
    const own = read(path).replace("17 * * * *", "47 * * * *");
    write(path, own);
    const { out, err } = await init("--pages");
    expect({ isThere: out.includes(`stays    ${path}\n`), text: read(path) }).toEqual({
      isThere: true,
      text: own,
    });
    expect(err).toContain("the jobs that publish pages were not added");
  });
});

test("a folder with texts of another kind is not mixed with a handbook", async () => {
  write("processes/boot.md", "# How a computer starts\n");
  const { code, err } = await init();
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("--handbook handbook") });
  expect(filesHere()).toEqual(["processes/boot.md"]);
});

test("settings under another name are to be renamed, not begun again beside", async () => {
  write("processes/handbook.yaml", "title: Ours\n");
  const { code, err } = await init();
  expect({ code, err }).toEqual({
    code: 2,
    err: "Unexpected name `handbook.yaml` in processes, expected `handbook.yml`: rename it, and init adds what else is missing.\n",
  });
  expect(filesHere()).toEqual(["processes/handbook.yaml"]);
});

describe("five questions", () => {
  async function answer(answers: readonly string[], options: readonly string[] = []) {
    const left = [...answers];
    const asked: string[] = [];
    let err = "";
    const code = await runCommandLine(["init", ...options], {
      out: () => undefined,
      err: (text) => {
        err += text;
      },
      now: () => "2026-12-01T08:00:00Z",
      env: {},
      ask: async (question) => {
        asked.push(question);
        if (asked.length > 30) throw new Error("It asks for ever.");
        return left.shift() ?? "";
      },
    });
    return { code, asked, err };
  }
  const five = ["Our way", "@ada", "ch Europe/Zurich", "Events, Über uns", "hold-webinar"];

  test("are asked, and nothing is written without a yes", async () => {
    const { code, asked } = await answer([...five, "n"]);
    expect({ code, asked: asked.map((question) => question.slice(0, 2)) }).toEqual({
      code: 0,
      asked: ["1.", "2.", "3.", "4.", "5.", "Wr"],
    });
    expect(filesHere()).toEqual([]);
    expect(await answer([...five, ""])).toMatchObject({ code: 0 });
    expect(read("processes/handbook.yml")).toMatch(
      /^title: Our way\n[\s\S]*timeZone: Europe\/Zurich\ncalendar:\n {2}country: CH\nareas:\n {2}events: Events\n {2}ueber-uns: Über uns\n/,
    );
    expect(existsSync("processes/events/hold-webinar.mdx")).toBe(true);
    expect(read("processes/roles.yml")).toContain("- ada\n");
  });

  test("offer what is known", async () => {
    const { asked } = await answer(["", "", "", "", "", "n"], ["--login", "ada"]);
    expect(asked[1]).toMatch(/\[ada\]: $/);
    expect(asked[2]).toMatch(/\[- \S+\]: $/);
  });

  test("may be answered with nobody and no holidays", async () => {
    expect(await answer(["", "-", "-", "", "", ""])).toMatchObject({ code: 0 });
    expect(read("processes/roles.yml")).toContain("people: []");
    expect(read("processes/handbook.yml")).not.toContain("calendar");
  });

  test.each([
    [1, "ada lovelace", /Expected the name as it stands in your GitHub address, such as octocat/],
    [1, "ada@example.org", /Expected the name as it stands in your GitHub address/],
    [2, "Switzerland", /Expected the two letters of a country first, such as CH or US/],
    [2, "XX", /Expected the two letters of a country first/],
    [2, "CH Mars", /Expected a time zone .* such as Europe\/Zurich .* found Mars/],
    [2, "Europe/Zurich", /Expected the two letters of a country first/],
    [3, ",", /Expected names with commas between/],
    [4, "0", /Expected a number from 1 to \d\d/],
    [4, "constructor", /Expected a number from 1 to \d\d/],
  ])("ask number %i again for %j, and say what can be used", async (at, wrong, said) => {
    const { code, asked, err } = await answer([...five.slice(0, at), wrong, ...five.slice(at), "n"]);
    expect({ code, asked: asked.length }).toEqual({ code: 0, asked: 7 });
    expect(err).toMatch(said);
  });
});

test("a name that no account can have is refused before anything is written", async () => {
  const { code, err } = await handrail(["init", "--yes", "--login", "ada lovelace"]);
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("such as octocat") });
  expect(filesHere()).toEqual([]);
});

test("where nobody can answer, --yes is asked for", async () => {
  expect(await handrail(["init"])).toMatchObject({ code: 2, err: expect.stringContaining("--yes") });
});

describe("upgrade", () => {
  const path = ".github/workflows/handrail.yml";
  const action = `acme/handrail@${"0".repeat(40)} # v0.1.0`;
  const old = handrailWorkflow({ action, handbook: "processes", publishesPages: false });

  test("renews what Handrail made, and tells what is new", async () => {
    await init();
    write(path, old);
    const { code, out, err } = await handrail(["upgrade"]);
    expect({ code, out }).toEqual({ code: 0, out: `${path}\n` });
    expect(err).toContain("\n## 0.2.0\n");
    expect(err).not.toContain("\n## 0.1.0\n");
    expect(read(path)).toMatch(/ # v0\.2\.0\n/);
    expect(await handrail(["upgrade"])).toMatchObject({ code: 0, out: "" });
  });

  test("of a workflow changed by hand, it renews the version only, and says so", async () => {
    await init();
    write(path, old.replace("17 * * * *", "47 * * * *"));
    expect((await handrail(["upgrade"])).err).toContain("has been changed by hand");
    expect(read(path)).toContain("47 * * * *");
    expect(read(path)).toMatch(/ # v0\.2\.0\n/);
  });

  test("a workflow of another version that nobody has changed becomes that of this one", async () => {
    await init();
    const now = read(path);
    const rest = `name: Handrail\non: { schedule: [{ cron: "0 * * * *" }] }\njobs: { look: { steps: [\n  { uses: acme/handrail@abc # v0.1.0\n  } ] } }\n`;
    const seal = fingerprint(rest.replace(/uses: \S+\/handrail@.*$/m, "uses: the action"));
    write(path, `${now.split("(")[0]}(${seal}).\n${rest}`);
    expect(await handrail(["upgrade"])).toMatchObject({
      code: 0,
      err: expect.not.stringContaining("has been changed by hand"),
    });
    expect(read(path)).toBe(now);
  });

  test.each(["processes", "handbook"])(
    "renews what the first init wrote, for a handbook in %s, and names what has come since",
    async (place) => {
      await init("--handbook", place);
      const now = read(path);
      write(
        path,
        read(join(home, "test/cases/setup/first-workflow.yml")).replaceAll('"processes', `"${place}`),
      );
      rmSync(".github/ISSUE_TEMPLATE/propose-a-change.yml");
      rmSync(".gitignore");
      const { code, out, err } = await handrail(["upgrade", "--handbook", place]);
      expect({ code, out }).toEqual({ code: 0, out: `${path}\n` });
      expect(err).not.toContain("by hand");
      expect(err).toContain(
        "Not here yet: .github/ISSUE_TEMPLATE/propose-a-change.yml, .gitignore. `npx handrail init` shows and adds what is missing.\n",
      );
      expect(read(path)).toBe(now);
      expect(existsSync(".gitignore")).toBe(false);
    },
  );

  test("of what the first init wrote and somebody changed, it renews the version only", async () => {
    await init();
    const first = read(join(home, "test/cases/setup/first-workflow.yml"));
    write(path, first.replace("17 * * * *", "47 * * * *"));
    expect((await handrail(["upgrade"])).err).toContain("has been changed by hand");
    expect(read(path)).toContain("47 * * * *");
  });

  test("leaves alone what is not Handrail's", async () => {
    await init();
    write(path, "name: Our own\n");
    write(made[1] ?? "", "name: Ours\n");
    expect(await handrail(["upgrade", "--check"])).toMatchObject({ code: 0, out: "" });
  });
});

test.each([
  ["0.1.0", "## 0.3.0\nc\n\n## 0.2.0\nb\n\n"],
  ["0.3.0", ""],
  [undefined, "## 0.3.0\nc\n\n"],
  ["9.9.9", "## 0.3.0\nc\n\n"],
])("what came after %s", (version, news) => {
  expect(changesSince("# Changes\n\n## 0.3.0\nc\n\n## 0.2.0\nb\n\n## 0.1.0\na\n", version)).toBe(news);
});

describe("a folder that is none of ours", () => {
  test.each([["check"], ["start"], ["build"], ["forms"], ["plan", "a", "--anchor", "2027-01-04"]])(
    "%s says how to begin",
    async (...args) => {
      expect(await handrail(args)).toMatchObject({
        code: 2,
        err: expect.stringContaining("`npx handrail init`"),
      });
    },
  );

  test("the handbook's own folder is told from it", async () => {
    cpSync(join(home, "test/fixtures/guide"), ".", { recursive: true });
    expect((await handrail(["check"])).err).toContain("--handbook .");
  });
});
