import { describe, expect, test } from "vitest";
import { fieldReference, parseHandbook } from "../../../core/definition/index.ts";
import { checkHandbook } from "../../../core/rules/index.ts";
import { effortInWords, offsetInWords, siteText } from "../../../core/text/index.ts";
import { contentSecurityPolicy } from "../../../site/data/content-security-policy.ts";
import { guideSidebar } from "../../../site/data/guide-group.ts";
import { repeatsInWords } from "../../../site/data/repeats-words.ts";
import { sidebarOf } from "../../../site/data/sidebar.ts";
import { brokenLinks, builtPage } from "../../../site/output/broken-links.ts";
import { handbookOf } from "../../builders.ts";
import { generateHandbook } from "../bench/generate-handbook.ts";
import { siteOf } from "../site-of.ts";

test.each([
  ["FREQ=WEEKLY;BYDAY=MO", "Every week on Monday"],
  ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "Every 2 weeks on Monday and Thursday"],
  ["FREQ=MONTHLY;BYDAY=-1FR", "Every month on the last Friday"],
  ["FREQ=MONTHLY;BYMONTHDAY=1,15", "Every month on day 1 and day 15"],
  ["RRULE:FREQ=YEARLY;BYMONTH=9", "Every year in September"],
  ["FREQ=DAILY;COUNT=3", "FREQ=DAILY;COUNT=3"],
  ["nonsense", "nonsense"],
])("%s is %s", (rule, words) => expect(repeatsInWords(rule)).toBe(words));

test.each([
  [{ amount: -30, unit: "d" }, "30 days before the publish date"],
  [{ amount: 5, unit: "bd" }, "5 business days after the publish date"],
  [{ amount: -1, unit: "w" }, "1 week before the publish date"],
  [{ amount: 0, unit: "d" }, "On the publish date"],
] as const)("an offset of %j", (offset, words) => expect(offsetInWords(offset, "Publish date")).toBe(words));

test.each([
  [45, "45 minutes"],
  [60, "1 hour"],
  [90, "1 hour 30 minutes"],
  [0, "0 minutes"],
])("%i minutes of effort", (minutes, words) => expect(effortInWords(minutes)).toBe(words));

describe("links", () => {
  const page = builtPage;
  const broken = (html: string, base = "/") =>
    brokenLinks([page(`${base}a/`, html), page(`${base}b/`, '<h2 id="here">x</h2>')], base, (path) =>
      path.endsWith(".md"),
    );

  test.each([
    '<a href="/b/">x</a>',
    '<a href="/b/#here">x</a>',
    '<a href="../b/#here">x</a>',
    "<a href=/b/#here>x</a>",
    '<a href="index.md">x</a>',
    '<h2 id="top"></h2><a href="#top">x</a>',
    '<a href="https://example.org/nowhere">x</a>',
    '<a href="mailto:a@example.org">x</a>',
    "<p>Text with href=/nowhere/ in it</p>",
    '<code>&lt;a href="/nowhere/"></code>',
    '<a title="a < b > c" href="/b/">x</a>',
  ])("%s leads somewhere", (html) => expect(broken(html)).toEqual([]));

  test.each([
    ['<a href="/c/">x</a>', "leads to no page"],
    ['<a href="/b/#there">x</a>', "names an anchor that is not there"],
    ['<a href="#nowhere">x</a>', "names an anchor that is not there"],
    ['<a href="index.txt">x</a>', "leads to no page"],
    ['<a title="a < b > c" href="/c/">x</a>', "leads to no page"],
    ['<p> id=here </p><a href="#here">x</a>', "names an anchor that is not there"],
    ['<a href="/b/#%zz">x</a>', "names an anchor that is not there"],
  ])("%s is broken", (html, reason) => expect(broken(html)).toMatchObject([{ page: "/a/", reason }]));

  test("to whatever stands in for GitHub on the same host are its own business", () => {
    const pages = [page("/a/", '<a href="/github/acme/handbook/edit/main/x.mdx">x</a>')];
    expect(brokenLinks(pages, "/", () => false, "/github")).toEqual([]);
    expect(brokenLinks(pages, "/", () => false)).toHaveLength(1);
  });

  test("that leave the base path are broken", () => {
    expect(broken('<a href="/b/">x</a>', "/team/")).toMatchObject([{ reason: "is not under the base path" }]);
  });
});

describe("the policy", () => {
  test("lets nothing in from outside", () => {
    const policy = contentSecurityPolicy({
      inlineScripts: ["x"],
      githubUrl: "https://github.com",
      allowsInlineStyles: false,
    });
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("'sha256-LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE='");
    expect(policy).not.toContain("unsafe-inline");
    expect(policy).toContain("form-action 'self' https://github.com");
  });
  test("lets Mermaid write styles only where it draws", () => {
    const policy = contentSecurityPolicy({
      inlineScripts: [],
      githubUrl: "/github",
      allowsInlineStyles: true,
    });
    expect(policy).toContain("style-src 'self' 'unsafe-inline'");
    expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval';/);
  });
});

test("the side menu does not grow with the handbook", () => {
  const small = siteOf(generateHandbook(1, 1));
  const length = (count: number) => {
    const { processes: definitions } = handbookOf(generateHandbook(count, 1));
    const [prepared] = small.processes.values();
    if (!prepared) throw new Error("The handbook has no process.");
    const processes = new Map([...definitions].map(([id, definition]) => [id, { ...prepared, definition }]));
    const site = { ...small, processes };
    const [definition] = definitions.values();
    return sidebarOf(site, { area: definition?.area ?? "", href: `/processes/${definition?.id}/` }).flatMap(
      ({ links }) => links,
    ).length;
  };
  expect(length(250)).toBe(length(180));
});

test("the side menu of a page of the guide begins with the guide, in the order its pages ask for, and names it once", () => {
  const page = (id: string, title: string, order?: number) => ({ id, data: { title, sidebar: { order } } });
  const entries = [page("guide/b", "Bees"), page("guide/c", "Cats", 1), page("guide/a", "Apes")];
  const site = siteOf(generateHandbook(1, 1));
  const [guide, ...others] = guideSidebar(entries, site);
  expect(guide?.title).toBe(siteText.page.guide);
  expect(guide?.links).toEqual([
    { text: "Cats", href: "/guide/c/" },
    { text: "Apes", href: "/guide/a/" },
    { text: "Bees", href: "/guide/b/" },
    { text: siteText.rightsPage.title, href: "/guide/who-may-do-what/" },
    { text: siteText.reference.title, href: "/guide/reference/" },
    { text: siteText.problems.title, href: "/problems/" },
  ]);
  expect(others.map(({ title }) => title)).toEqual(sidebarOf(site, {}).map(({ title }) => title));
  expect(others.flatMap(({ links }) => links).map(({ text }) => text)).not.toContain(siteText.page.guide);
});

test("a generated handbook has no problem, and is the same for the same seed", () => {
  expect(checkHandbook(parseHandbook(generateHandbook(40, 1)))).toEqual([]);
  expect(generateHandbook(5, 1)).toEqual(generateHandbook(5, 1));
  expect(generateHandbook(5, 1)).not.toEqual(generateHandbook(5, 2));
});

test("every table of the reference has a heading", () => {
  expect(fieldReference().map(({ id }) => id)).toEqual(
    expect.arrayContaining(Object.keys(siteText.reference.tables)),
  );
  for (const { id } of fieldReference()) expect(siteText.reference.tables[id], id).toMatch(/\w/);
});
