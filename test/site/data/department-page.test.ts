import { expect, test } from "vitest";
import { departmentPage } from "../../../site/data/department-page.ts";
import { departmentsOf } from "../../../site/data/departments.ts";
import { pageKeys } from "../../../site/data/page-keys.ts";
import { rolesByDepartment } from "../../../site/data/roles-page.ts";
import { shippedFiles } from "../../builders.ts";
import { type SiteOptions, siteOf } from "../site-of.ts";

const pageOf = (title: string, options: SiteOptions = {}, absences = "") => {
  const site = siteOf(new Map([...shippedFiles(), ["absences.yml", absences]]), options);
  const department = departmentsOf(site).get(title);
  if (department === undefined) throw new Error(`There is no department ${title}.`);
  return departmentPage(department, site);
};

test("a department tells which processes need it, and for what", () => {
  const page = pageOf("IT");
  expect(page.roles.map(({ text }) => text)).toEqual(["Web developer", "IT administrator"]);
  const onboarding = page.processes.find(({ text }) => text === "Onboard a new colleague");
  expect(onboarding?.needed.map(({ text }) => text)).toContain("Set up computer and accounts");
  expect(page.lead).toBe(`2 roles, needed in ${page.processes.length} processes.`);
});

test("each step stands there once, and what it looks after comes first", () => {
  for (const { needed } of pageOf("Marketing").processes)
    expect(new Set(needed.map(({ href }) => href)).size).toBe(needed.length);
  const owns = pageOf("Marketing").processes.map((process) => process.owns);
  expect(owns).toEqual(owns.toSorted((a, b) => Number(b) - Number(a)));
});

test("who is away shows as a band, cut to the weeks that are shown", () => {
  const page = pageOf("IT", {}, "demo-ben: [2026-11-20..2026-11-24, 2027-03-01]\n");
  const row = page.chart?.rows.find(({ name }) => name === "demo-ben");
  expect(row?.away).toEqual([{ first: 0, length: 2, text: "Fri 20 Nov to Tue 24 Nov" }]);
  expect(page.roles[0]?.people).toEqual([
    {
      text: "demo-ben",
      href: "/people/demo-ben/",
      away: "Fri 20 Nov to Tue 24 Nov, Mon 1 Mar",
    },
  ]);
});

test("where people are not published nobody is named", () => {
  const page = pageOf("IT", { shows: { people: false, absences: false, runs: true } });
  expect(JSON.stringify(page)).not.toContain("demo-");
  expect(page.chart).toBeUndefined();
});

test.each([
  ["a step it does", "Set up computer and accounts", "Set up laptop and accounts", true],
  ["the title of a process that needs it", "title: Onboard a new colleague", "title: Welcome somebody", true],
  ["what one of its roles is called", "title: Web developer", "title: Web engineer", true],
  ["a step of others", "Choose the keywords", "Pick the keywords", false],
])(
  "its page has another key after a change of %s only where it looks otherwise",
  (_what, from, to, isOther) => {
    const files = new Map(shippedFiles());
    const bent = new Map([...files].map(([path, text]) => [path, text.replaceAll(from, to)]));
    expect(bent).not.toEqual(files);
    const [before, after] = [files, bent].map((each) => pageKeys(siteOf(each)).get("departments/it/"));
    expect(before !== after).toBe(isOther);
  },
);

test("the list of roles leads to each department", () => {
  expect(rolesByDepartment(siteOf(shippedFiles())).map(({ department, href }) => [department, href])).toEqual(
    expect.arrayContaining([
      ["IT", "/departments/it/"],
      ["Customer service", "/departments/customer-service/"],
      ["", ""],
    ]),
  );
});
