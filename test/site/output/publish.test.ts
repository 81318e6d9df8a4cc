import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunsFile } from "../../../core/metrics/index.ts";
import { earliestPlanOf } from "../../../site/data/earliest-plan-of.ts";
import {
  buildHandbook,
  openPageProgram,
  type PageProgram,
  pageProgramFolder,
  readSettings,
} from "../../../site/index.ts";
import { pathsIn } from "../../../site/output/paths-in.ts";
import { writeFiles } from "../bench/write-files.ts";
import { showcaseHandbook } from "../showcase-handbook.ts";
import { siteOf } from "../site-of.ts";

/** Words that stand for one kind of thing each, and nowhere else. */
const marks = {
  people: [
    "marked-holder",
    "marked-deputy",
    "Marked Committer",
    "marked-assignee",
    "marked-starter",
    "Marked Name",
    "Marked Assigned",
    "Marked reason",
    "Marked entry",
  ],
  absences: ["2031-07-01", "2031-07-19", "2031-08-03"],
  runs: ["Marked run title", "github.com/marked/runs/issues/77"],
} as const;

const folder = mkdtempSync(join(tmpdir(), "handrail-publish-"));
const handbook = join(folder, "handbook");
let program: PageProgram;

beforeAll(async () => {
  const files = new Map(showcaseHandbook());
  files.set(
    "roles.yml",
    `${files.get("roles.yml")}\nmarked: { title: Marked role, summary: Marked., people: [marked-holder], deputies: [marked-deputy] }\n`,
  );
  files.set("absences.yml", "marked-holder: [2031-07-01..2031-07-19]\n");
  files.set(
    "people.yml",
    "marked-holder: { name: Marked Name, calendar: { closed: 2031-08-03 } }\nmarked-assignee: { name: Marked Assigned }\n",
  );
  const fair = files.get("events/fair.mdx") ?? "";
  files.set("events/fair.mdx", fair.replace(/^owner: .*$/m, "owner: marked"));
  writeFiles(handbook, files);
  const git = (...args: string[]) => execFileSync("git", ["-C", handbook, ...args]);
  git("init", "--quiet");
  git("add", ".");
  git("-c", "user.name=Marked Committer", "-c", "user.email=m@example.org", "commit", "--quiet", "-m", "All");
  writeFileSync(join(folder, "runs.json"), JSON.stringify(markedRuns()));
  program = await openPageProgram(await pageProgramFolder());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function markedRuns(): RunsFile {
  const file = JSON.parse(readFileSync("test/site/cases/runs.json", "utf8")) as RunsFile;
  const [run] = file.runs.filter(({ outcome }) => outcome === "running");
  if (run === undefined) throw new Error("There is no running run to mark.");
  const marked = {
    ...run,
    title: "Marked run title",
    issue: { number: 77, url: "https://github.com/marked/runs/issues/77" },
    startedBy: "marked-starter",
    tasks: run.tasks.map((task) => ({
      ...task,
      assignees: ["marked-assignee"],
      collected: [{ id: "words", label: "Words", type: "text" as const, value: "Marked entry" }],
    })),
    deviations: [
      {
        kind: "moved" as const,
        step: null,
        by: "marked-starter",
        at: run.startedAt,
        reason: "Marked reason",
      },
    ],
  };
  return { ...file, runs: [marked] };
}

/** Everything that is written with a `publish:` of handbook.yml, search texts as they are in the index. */
async function written(publish: string): Promise<string> {
  const file = join(handbook, "handbook.yml");
  const text = readFileSync(file, "utf8").replace(/^publish: .*\n/m, "");
  writeFileSync(file, `publish: ${publish}\n${text}`);
  const out = join(folder, `site-${publish.replace(/\W+/g, "-")}`);
  const settings = readSettings(
    {
      HANDRAIL_HANDBOOK: handbook,
      HANDRAIL_CACHE: join(folder, "cache"),
      HANDRAIL_RUNS: join(folder, "runs.json"),
      HANDRAIL_SITE: "https://handbook.example",
    },
    () => "2026-11-23T08:00:00Z",
  );
  const { problems, broken } = await buildHandbook(program, settings, out);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(broken).toEqual([]);
  return pathsIn(out)
    .map((path) => {
      const bytes = readFileSync(join(out, path));
      return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes).toString() : bytes.toString();
    })
    .join("\n");
}

/** Kinds of which at least one mark is in a text, and those of which every one is not. */
function shownIn(text: string): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(marks).map(([kind, words]) => [kind, words.filter((word) => text.includes(word))]),
  );
}

const nothing = { people: [], absences: [], runs: [] };
const [holder, deputy, committer, , , name] = marks.people;

test.each([
  ["{}", nothing],
  ["{ people: false, absences: false, runs: false }", nothing],
  ["{ people: true }", { ...nothing, people: [holder, deputy, committer, name] }],
  // Absences are somebody's, so they need people.
  ["{ absences: true }", nothing],
  [
    "{ people: true, absences: true }",
    { ...nothing, people: [holder, deputy, committer, name], absences: marks.absences },
  ],
  ["{ runs: true }", { ...nothing, runs: marks.runs }],
  ["{ people: true, absences: true, runs: true }", marks],
])("with publish: %s every written file keeps to it", async (publish, expected) => {
  expect(shownIn(await written(publish))).toEqual(expected);
});

/** The showcase, in which nobody holds any role. */
function withoutPeople() {
  const files = new Map(showcaseHandbook());
  const roles = files.get("roles.yml") ?? "";
  files.set(
    "roles.yml",
    roles.replace(/(?:people|deputies): \[[^\]]*\]/g, (list) => list.replace(/\[.*/, "[]")),
  );
  return files;
}

test.each([
  ["told", true, ["role-without-people"]],
  ["not told", false, []],
])(
  "a role without people is warned of only where people are told: here they are %s",
  (_what, people, expected) => {
    const site = siteOf(withoutPeople(), { shows: { people, absences: false, runs: false } });
    const fair = site.processes.get("fair")?.definition;
    const warnings = fair && earliestPlanOf(fair, site).warnings.map(({ id }) => id);
    expect(warnings?.filter((id) => id === "role-without-people").slice(0, 1)).toEqual(expected);
  },
);

test("a process with an error is left out and told, and every other has its page", async () => {
  const files = new Map(showcaseHandbook());
  const fair = files.get("events/fair.mdx") ?? "";
  files.set("events/fair.mdx", fair.replace(/^summary: .*$/m, "summry: What it is."));
  const own = join(folder, "broken-handbook");
  writeFiles(own, files);
  const out = join(folder, "site-broken");
  const settings = readSettings(
    { HANDRAIL_HANDBOOK: own, HANDRAIL_CACHE: join(folder, "cache") },
    () => "2026-11-23T08:00:00Z",
  );
  const { problems, pages } = await buildHandbook(program, settings, out);
  expect(problems.filter(({ severity }) => severity === "error").map(({ file }) => file)).toEqual([
    join(own, "events/fair.mdx"),
  ]);
  expect(pages).toBeGreaterThan(files.size / 2);
  const written = pathsIn(out).filter((path) => path.endsWith("index.html"));
  const pagesOf = [...files.keys()].flatMap((path) => /([^/]+)\.mdx$/.exec(path)?.[1] ?? []);
  const missing = pagesOf.filter((page) => !written.some((path) => path.endsWith(`/${page}/index.html`)));
  expect(missing).toEqual(["fair"]);
});
