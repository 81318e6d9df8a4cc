import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { RunsFile } from "../../../core/metrics/index.ts";
import { pagePaths } from "../../../site/data/page-paths.ts";
import { peopleOf, personPage } from "../../../site/data/person-page.ts";
import { shippedFiles } from "../../builders.ts";
import { siteOf } from "../site-of.ts";

const runs = JSON.parse(readFileSync("test/site/cases/runs.json", "utf8")) as RunsFile;
const site = siteOf(shippedFiles(), { runs });

test("a person's page says what they are and what is on their desk", () => {
  const page = personPage("demo-jonas", site);
  expect(page.roles.map(({ text }) => text)).toContain("Blog author");
  expect(page.deputies.map(({ href }) => href)).toContain("/people/demo-lena/");
  expect(page.away?.length).toBeGreaterThan(0);
  const late = page.work?.week.find(({ title }) => title === "Late");
  expect(late?.tasks.map(({ text, dateText }) => [text, dateText])).toEqual([
    ["Write the draft", "Fri 20 Nov"],
  ]);
});

test("everybody of roles and runs has one page, whatever the capitals", () => {
  const [run] = runs.runs;
  if (!run) throw new Error("The sample has no run.");
  const task = {
    ...run.tasks[0],
    assignees: ["Demo-Jonas", "dependabot[bot]", "new-here"],
  } as (typeof run.tasks)[0];
  const bent = siteOf(shippedFiles(), { runs: { ...runs, runs: [{ ...run, tasks: [task] }] } });
  const people = peopleOf(bent).map((login) => login.toLowerCase());
  expect(people.filter((login) => login === "demo-jonas")).toHaveLength(1);
  expect(people).toContain("new-here");
  expect(people).not.toContain("dependabot[bot]");
});

test("where people are not shown nobody has a page", () => {
  const shows = { people: false, absences: true, runs: true };
  const hidden = siteOf(shippedFiles(), { runs, shows });
  expect(pagePaths(hidden, []).filter((path) => path.startsWith("people/"))).toEqual([]);
});

test.each([
  ["absences", { people: true, absences: false, runs: true }, "away"],
  ["runs", { people: true, absences: true, runs: false }, "work"],
] as const)("where %s are not shown a person's page has none", (_what, shows, key) => {
  expect(personPage("demo-jonas", siteOf(shippedFiles(), { runs, shows }))[key]).toBeUndefined();
});
