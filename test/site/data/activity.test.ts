import { expect, test } from "vitest";
import type { RunsFile } from "../../../core/metrics/index.ts";
import { everything } from "../../../site/data/shown-data.ts";
import type { Site } from "../../../site/data/site.ts";
import { shippedFiles } from "../../builders.ts";
import { siteOf } from "../site-of.ts";

const process = "publish-blog-post";
const revision = "c0ffee".padEnd(40, "0");
const runs: RunsFile = {
  version: 2,
  writtenAt: "2026-11-23T08:00:00Z",
  runs: [],
  activity: {
    proposals: [
      {
        process,
        title: "Change: the draft is due too early",
        issue: { number: 12, url: "https://github.example/12" },
        openedAt: "2026-11-20T09:00:00Z",
      },
      {
        process: "send-newsletter",
        title: "Another one",
        issue: { number: 13, url: "https://github.example/13" },
        openedAt: "2026-11-21T09:00:00Z",
      },
    ],
    agreements: [{ revisions: ["f".repeat(40), revision], people: ["demo-lena"] }],
    confirmations: [{ process, at: "2026-11-22T09:00:00Z" }],
  },
};
const history = [
  {
    revision,
    committedAt: "2026-11-19T09:00:00Z",
    author: "Lena",
    subject: "Give the draft more time",
    meaning: ["“Write the draft” is due 3 business days earlier."],
  },
];
const pageIn = (site: Site) => {
  const subject = site.processes.get(process);
  if (!subject) throw new Error("There is no such process.");
  return site.pageOf(subject);
};

test("a page says when its text was last found still right", () => {
  expect(pageIn(siteOf(shippedFiles(), { runs })).reviewEvery).toBe(
    "6 months; found still right on Sun 22 Nov 2026",
  );
  expect(pageIn(siteOf(shippedFiles(), {})).reviewEvery).toBe("6 months");
});

test("a page names what is proposed for its process, and who agreed to each change, beside what it meant", () => {
  const page = pageIn(siteOf(shippedFiles(), { runs, history: history as never }));
  expect(page.proposals).toEqual([
    {
      title: "Change: the draft is due too early",
      date: "Fri 20 Nov 2026",
      href: "https://github.example/12",
    },
  ]);
  expect(page.history[0]).toMatchObject({
    agreed: ["demo-lena"],
    meaning: ["“Write the draft” is due 3 business days earlier."],
  });
});

test("where people are not shown, neither their words nor their names are; where runs are not, nothing is", () => {
  const hidden = pageIn(
    siteOf(shippedFiles(), { runs, history: history as never, shows: { ...everything, people: false } }),
  );
  expect(hidden.proposals.map(({ title }) => title)).toEqual(["Proposal 12"]);
  expect(hidden.history[0]?.agreed).toEqual([]);
  const silent = pageIn(siteOf(shippedFiles(), { runs, shows: { ...everything, runs: false } }));
  expect(silent.proposals).toEqual([]);
});
