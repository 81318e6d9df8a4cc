import { describe, expect, test } from "vitest";
import { formatOffset } from "../../../core/calendar/index.ts";
import type { DecidedSuggestion } from "../../../core/metrics/index.ts";
import { pagePaths } from "../../../site/data/page-paths.ts";
import { pastRunsPage } from "../../../site/data/past-runs-page.ts";
import { processPage } from "../../../site/data/process-page.ts";
import { handbookOf, shippedFiles } from "../../builders.ts";
import { recordOf } from "../../core/learning/histories.ts";
import { siteOf } from "../site-of.ts";

const id = "publish-blog-post";
const files = shippedFiles();
const definition = handbookOf(files).processes.get(id);
if (!definition) throw new Error(`The handbook has no ${id}.`);

/** Runs of the blog post in which the images take three days longer than their date leaves them. */
const runs = (n: number, revision = (_index: number) => "a".repeat(40)) => ({
  version: 2 as const,
  writtenAt: "2026-11-20T08:00:00Z",
  runs: Array.from({ length: n }, (_, index) => ({
    ...recordOf(definition, {
      number: index + 1,
      startedOn: "2026-03-02",
      anchorDate: "2026-06-01",
      days: (step, given) => (step.includes("images") ? given + 3 : given),
    }),
    revision: revision(index),
  })),
});
const pageWith = (n: number, revision?: (index: number) => string) =>
  pastRunsPage(id, siteOf(files, { runs: runs(n, revision) }));

describe("the page about past runs", () => {
  test("says what could be otherwise, with the runs it was seen in, and how long each step takes", () => {
    const page = pageWith(6);
    expect(page.tooFew).toBeUndefined();
    expect(page.suggestions[0]?.text).toContain("was late in 6 of 6 runs");
    expect(page.suggestions[0]?.runs.map(({ text }) => text)).toEqual(["#1", "#2", "#3", "#4", "#5", "#6"]);
    const images = page.spans.find(({ step }) => step.includes("images"));
    expect(images).toMatchObject({ n: 6, median: (images?.given ?? 0) + 3 });
    expect(page.longest).toBeGreaterThanOrEqual(images?.percentile80 ?? 0);
    expect(page.runs).toHaveLength(6);
  });

  test("of very many runs the newest stand in the list, and are named where they show something", () => {
    const page = pageWith(250);
    expect(page.runs).toHaveLength(200);
    expect(page.olderRuns).toBe("And 50 older runs, which are counted above and can be found on GitHub.");
    expect(page.suggestions[0]?.runs.map(({ text }) => text)).toContain("#250");
    expect(page.suggestions[0]).toMatchObject({ runs: { length: 12 }, more: "238 older runs" });
    expect(pageWith(200).olderRuns).toBeUndefined();
  });

  test("with few runs says so, and draws nothing that looks like knowledge", () => {
    const page = pageWith(4);
    expect(page.tooFew).toContain("4 runs so far");
    expect(page).toMatchObject({ suggestions: [], spans: [] });
  });

  test("shows what people wrote, also with few runs, until somebody has dealt with it; never where people are not named", () => {
    const reply = (number: number) => ({
      question: "missing" as const,
      words: `<b>A legal check ${number}</b>`,
      step: definition.steps[0]?.id ?? null,
      by: "demo-mira",
      at: `2026-06-02T08:00:0${number}Z`,
      comment: { number, url: `https://github.example/issues/1#issuecomment-${number}` },
    });
    const file = runs(1);
    const replied = { ...file, runs: file.runs.map((run) => ({ ...run, replies: [reply(1), reply(2)] })) };
    const activity = { proposals: [], agreements: [], confirmations: [], dealtWith: [1] };
    const page = (more: Parameters<typeof siteOf>[1]) => pastRunsPage(id, siteOf(files, more)).replies;
    expect(page({ runs: { ...replied, activity } })).toEqual([
      {
        question: "What was missing?",
        words: "<b>A legal check 2</b>",
        who: `demo-mira, ${definition.steps[0]?.title}`,
        link: { text: "#1", href: "https://github.example/issues/1#issuecomment-2" },
      },
    ]);
    expect(page({ runs: replied })).toHaveLength(2);
    expect(page({ runs: replied, shows: { people: false, absences: true, runs: true } })).toEqual([]);
  });

  describe("what became of earlier suggestions", () => {
    const images = definition.steps.find(({ id: step }) => step.includes("images"));
    const decided = (isTaken: boolean, value: string): DecidedSuggestion => ({
      process: id,
      rule: "too-short",
      step: images?.id ?? "",
      hits: 6,
      wish: { kind: "set-step-field", step: images?.id ?? "", field: "due", value },
      seen: { title: images?.title ?? "", n: 6, detail: "", days: { median: 3, percentile80: 3 } },
      pull: { number: 41, url: "https://github.example/pull/41" },
      at: "2026-08-03T10:00:00Z",
      isTaken,
    });
    const siteWith = (n: number, ...all: readonly DecidedSuggestion[]) =>
      siteOf(files, {
        runs: {
          ...runs(n),
          activity: { proposals: [], agreements: [], confirmations: [], decided: all },
        },
      });
    const today = images?.dueOffset ? formatOffset(images.dueOffset) : "";

    test("what was learnt, on its page and in a line on that of the process", () => {
      const site = siteWith(2, decided(true, today));
      expect(pastRunsPage(id, site).decisions).toEqual([
        {
          when: "Taken up on Mon 3 Aug 2026, in",
          pull: { text: "#41", href: "https://github.example/pull/41" },
          text: expect.stringMatching(/^“Make the images” was late in 6 of 6 runs.*Since then it is due/),
        },
      ]);
      const subject = site.processes.get(id);
      expect(subject && processPage(subject, site).learnt).toBe(
        "1 change of this text came from past runs, the last on Mon 3 Aug 2026.",
      );
    });

    test("what was not taken up is suggested no more, until it was seen in twice as many runs", () => {
      const lateImages = (n: number) =>
        pastRunsPage(id, siteWith(n, decided(false, "-1bd"))).suggestions.filter(({ text }) =>
          text.includes("“Make the images” was late"),
        );
      expect([lateImages(11).length, lateImages(12).length]).toEqual([0, 1]);
      const site = siteWith(6, decided(false, "-1bd"));
      expect(pastRunsPage(id, site).decisions.map(({ when, text }) => `${when} ${text}`)).toEqual([
        expect.stringMatching(
          /^Not taken up on Mon 3 Aug 2026, in .*asked again once it was seen in 12 runs\.$/,
        ),
      ]);
      const subject = site.processes.get(id);
      expect(subject && processPage(subject, site).learnt).toBeUndefined();
    });

    test("also where people are not named, since it names none", () => {
      const file = {
        ...runs(6),
        activity: { proposals: [], agreements: [], confirmations: [], decided: [decided(true, today)] },
      };
      const shows = { people: false, absences: false, runs: true };
      expect(pastRunsPage(id, siteOf(files, { runs: file, shows })).decisions).toHaveLength(1);
    });

    test("of very many the newest twenty, and all are counted", () => {
      const many = Array.from({ length: 30 }, () => decided(true, today));
      const site = siteWith(6, ...many);
      expect(pastRunsPage(id, site).decisions).toHaveLength(20);
      const subject = site.processes.get(id);
      expect(subject && processPage(subject, site).learnt).toContain("30 changes of this text");
    });
  });

  test("sets texts side by side only where runs followed several", () => {
    expect(pageWith(6).revisions).toEqual([]);
    const both = pageWith(6, (index) => (index < 3 ? "a" : "b").repeat(40)).revisions;
    const texts = pageWith(6, (index) => (index < 3 ? "a" : "b").repeat(40)).runs;
    expect(texts.map(({ revision }) => revision).sort()).toEqual([
      ...Array(3).fill("aaaaaaa"),
      ...Array(3).fill("bbbbbbb"),
    ]);
    expect(both.map(({ revision, runs: all }) => [revision[0], all.value])).toEqual([
      ["a", 3],
      ["b", 3],
    ]);
  });

  test("sets cost and yield side by side too, and draws neither with few runs", () => {
    const entered = (n: number) => {
      const file = runs(n, (index) => (index < n / 2 ? "a" : "b").repeat(40));
      const value = (index: number) => ({
        id: "cost",
        label: "Cost",
        type: "money" as const,
        value: `${100 * (index + 1)} CHF`,
      });
      return pastRunsPage(
        id,
        siteOf(files, {
          runs: {
            ...file,
            runs: file.runs.map((run, index) => ({
              ...run,
              tasks: run.tasks.map((task, at) => (at === 0 ? { ...task, collected: [value(index)] } : task)),
            })),
          },
        }),
      );
    };
    expect(entered(6).entered.map(({ revision, figure }) => [revision?.[0], figure.perRun.value])).toEqual([
      [undefined, 300],
      ["a", 200],
      ["b", 500],
    ]);
    expect(entered(4)).toMatchObject({ entered: [], revisions: [] });
  });

  test("is there for processes with runs, where runs are shown", () => {
    const paths = (site: ReturnType<typeof siteOf>) =>
      pagePaths(site, []).filter((path) => path.endsWith("past-runs/"));
    expect(paths(siteOf(files, { runs: runs(1) }))).toEqual([`processes/${id}/past-runs/`]);
    expect(paths(siteOf(files))).toEqual([]);
    const shows = { people: true, absences: true, runs: false };
    expect(paths(siteOf(files, { runs: runs(1), shows }))).toEqual([]);
  });
});
