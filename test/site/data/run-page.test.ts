import { describe, expect, test } from "vitest";
import type { DeviationRecord, RunRecord, RunsFile, TaskRecord } from "../../../core/metrics/index.ts";
import { pageKeys } from "../../../site/data/page-keys.ts";
import { pagePaths } from "../../../site/data/page-paths.ts";
import { runPage, runsByNumber } from "../../../site/data/run-page.ts";
import { date, shippedFiles } from "../../builders.ts";
import { siteOf } from "../site-of.ts";

const task = (step: string, bent: Partial<TaskRecord> = {}): TaskRecord => ({
  step,
  title: step.toUpperCase(),
  kind: "task",
  roles: ["blog-author"],
  assignees: ["demo-jonas"],
  status: "planned",
  baselineDueDate: date("2026-11-25"),
  dueDate: date("2026-11-25"),
  plannedStart: date("2026-11-23"),
  reopenCount: 0,
  ...bent,
});

const run: RunRecord = {
  process: "publish-blog-post",
  title: "Publish a blog post: Spring",
  revision: "abcdef0123456789",
  issue: { number: 41, url: "https://github.com/acme/handbook/issues/41" },
  anchorDate: date("2026-12-01"),
  startedBy: "demo-lena",
  startedAt: "2026-11-02T09:00:00Z",
  outcome: "running",
  tasks: [
    task("outline", {
      title: "Write the outline",
      status: "done",
      endedAt: "2026-11-11T12:00:00Z",
      dependsOn: [],
      collected: [
        { id: "doc", label: "Outline", type: "link", value: "https://docs.example/outline" },
        { id: "bad", label: "Trick", type: "link", value: "javascript:alert(1)" },
      ],
    }),
    task("approve", {
      kind: "approval",
      status: "skipped",
      dependsOn: ["outline"],
      roles: ["seo-strategist"],
    }),
    task("draft", { status: "ready", dueDate: date("2026-11-20"), dependsOn: ["approve"] }),
    task("images", { status: "ready", dependsOn: ["approve"], assignees: [], roles: ["designer", "gone"] }),
    task("publish", { dependsOn: ["draft"], expectedDate: date("2026-11-30") }),
    task("shop", { status: "cancelled", dependsOn: ["images"] }),
  ],
  deviations: [],
};
const fileOf = (...runs: readonly RunRecord[]): RunsFile => ({
  version: 2,
  writtenAt: "2026-11-23T07:00:00Z",
  runs,
});
const siteWith = (bent: Partial<RunRecord> = {}, shows?: Parameters<typeof siteOf>[1]) =>
  siteOf(shippedFiles(), { runs: fileOf({ ...run, ...bent }), ...shows });
function pageOf(bent: Partial<RunRecord> = {}, options?: Parameters<typeof siteOf>[1]) {
  const site = siteWith(bent, options);
  const [shown] = runsByNumber(site).values();
  if (!shown) throw new Error("There is no run.");
  return runPage(shown, site);
}

test("each step says where it stands, and whom it waits for", () => {
  expect(
    pageOf().steps.map(({ title, stateText, who, waitsFor }) => [title, stateText, who[0]?.text, waitsFor]),
  ).toEqual([
    ["Write the outline", "done Wed 11 Nov", "demo-jonas", []],
    ["APPROVE", "left out, not approved", "demo-jonas", []],
    ["DRAFT", "late", "demo-jonas", []],
    ["IMAGES", "can begin", "Designer", []],
    ["PUBLISH", "held up", "demo-jonas", ["“DRAFT” (demo-jonas)"]],
    ["SHOP", "not needed", "demo-jonas", []],
  ]);
});

test("promised, planned and expected are told apart", () => {
  const [, , draft, , publish] = pageOf().steps;
  expect([draft?.dueText, draft?.planned, draft?.expected]).toEqual([
    "Fri 20 Nov 2026",
    "planned Wed 25 Nov",
    undefined,
  ]);
  expect([publish?.planned, publish?.expected]).toEqual([undefined, "expected Mon 30 Nov"]);
});

test("what was left says for whom, and a link somebody typed leads to the web only", () => {
  const [outline, ...others] = pageOf().steps;
  const left = outline?.left ?? [];
  expect(left.at(-2)).toEqual({
    label: "Outline",
    text: "https://docs.example/outline",
    href: "https://docs.example/outline",
    forWhom: "for SEO strategist",
  });
  expect(left.at(-1)).toMatchObject({ text: "javascript:alert(1)", href: undefined });
  expect(left.length).toBeGreaterThan(2);
  expect(others.every((step) => step.left.length === 0)).toBe(true);
});

test("the flow is that of the run, with where each step stands", () => {
  const { flow, turns } = pageOf();
  expect(flow?.edges.map(({ from, to }) => `${from} > ${to}`)).toEqual([
    "outline > approve",
    "approve > draft",
    "approve > images",
    "draft > publish",
    "images > shop",
  ]);
  expect(flow?.nodes.map(({ standing }) => standing?.state)).toEqual([
    "done",
    "not-approved",
    "late",
    "ready",
    "held-up",
    "cancelled",
  ]);
  expect(turns.map(({ title }) => title)).toEqual(["DRAFT", "IMAGES"]);
});

test("where the record does not say what waits for what there is no flow, and once it is over nobody's turn", () => {
  const tasks = run.tasks.map(({ dependsOn: _gone, ...rest }) => rest);
  expect(pageOf({ tasks }).flow).toBeUndefined();
  expect(pageOf({ outcome: "completed" }).turns).toEqual([]);
  expect(pageOf({ outcome: "cancelled", tasks: [] }).steps).toEqual([]);
});

describe("what went otherwise than planned", () => {
  test.each<[Partial<DeviationRecord>, string]>([
    [{ kind: "skipped", step: "draft" }, "“DRAFT” left out by demo-lena"],
    [{ kind: "skipped", step: "approve" }, "“APPROVE” left out, so it is not approved, by demo-lena"],
    [
      { kind: "moved", step: null, date: date("2026-12-08") },
      "The whole run moved to Tue 8 Dec by demo-lena",
    ],
    [{ kind: "moved", step: "draft", date: date("2026-12-08") }, "“DRAFT” moved to Tue 8 Dec by demo-lena"],
    [{ kind: "moved", step: "draft" }, "“DRAFT” moved by demo-lena"],
    [{ kind: "handed-over", step: "constructor" }, "“constructor” handed over by demo-lena"],
    [{ kind: "closed-early", step: "draft", by: "" }, "“DRAFT” closed before its turn"],
    [{ kind: "reopened", step: "draft" }, "“DRAFT” opened again by demo-lena"],
    [{ kind: "added", step: "draft" }, "“DRAFT” added by demo-lena"],
  ])("%o", (bent, words) => {
    const deviation = {
      kind: "skipped",
      step: null,
      by: "demo-lena",
      at: "2026-11-12T09:00:00Z",
      reason: "",
      ...bent,
    };
    expect(pageOf({ deviations: [deviation as DeviationRecord] }).departures).toEqual([
      { on: "Thu 12 Nov", text: words, reason: "", href: undefined },
    ]);
  });
});

test("of a process that is gone it says what was recorded", () => {
  const page = pageOf({ process: "constructor" });
  expect(page.process).toEqual({ text: "constructor", href: undefined });
  expect(page.steps[0]?.left.map(({ label }) => label)).toEqual(["Outline", "Trick"]);
});

test("every run has one page, of two with one number the newer, and none where runs are not shown", () => {
  const runs = fileOf(run, { ...run, title: "Older" }, { ...run, issue: { ...run.issue, number: 7 } });
  const paths = (shows?: { people: boolean; absences: boolean; runs: boolean }) =>
    pagePaths(siteOf(shippedFiles(), { runs, ...(shows && { shows }) }), []).filter((path) =>
      path.startsWith("runs/"),
    );
  expect(paths().toSorted()).toEqual(["runs/41/", "runs/7/"]);
  expect(runsByNumber(siteOf(shippedFiles(), { runs })).get(41)?.title).toBe(run.title);
  expect(paths({ people: true, absences: true, runs: false })).toEqual([]);
});

test("without people it names none", () => {
  const deviations = [
    { kind: "skipped", step: "draft", by: "demo-lena", at: "2026-11-12T09:00:00Z", reason: "Ask demo-mira" },
  ] as const;
  const page = pageOf({ deviations }, { shows: { people: false, absences: false, runs: true } });
  expect(JSON.stringify(page)).not.toContain("demo-");
  expect(page.steps[0]?.who).toEqual([{ text: "Blog author", href: "/roles/blog-author/" }]);
});

test("its key changes with the run, and with the day while something of it can become late", () => {
  const keyOn = (today: string, bent: Partial<RunRecord> = {}) =>
    pageKeys(siteWith(bent, { today })).get("runs/41/");
  expect(keyOn("2026-11-23")).toBe(keyOn("2026-11-23"));
  expect(keyOn("2026-11-23")).not.toBe(keyOn("2026-11-26"));
  expect(keyOn("2026-11-23")).not.toBe(keyOn("2026-11-23", { title: "Another" }));
});
