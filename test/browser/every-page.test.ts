import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { HtmlValidate } from "html-validate";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { keepPicture, openBrowser, openPage } from "./open-browser.ts";

const site = inject("site");
const showcase = inject("showcase");
/** The same program renders pages that are built and those that are asked for: how one looks and what axe finds of it holds for the other. */
const isBuilt = !inject("isLive");
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** Named one by one: what axe runs of itself leaves out rules of WCAG 2.2, such as how large a target has to be. */
const allRules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Other colours change nothing but what these rules of axe look at. */
const rulesOfColour = ["color-contrast", "link-in-text-block"];
/** On a narrow page things stand closer together. */
const rulesOfSize = ["target-size"];

/** What axe finds on a page as it stands. */
async function violationsOf(page: Page, runOnly: readonly string[]): Promise<string[]> {
  const result = (await page.evaluate(`axe.run(${JSON.stringify({ runOnly })})`)) as AxeResult;
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`);
}

/** Runs axe in light colours, and in dark ones with what colours can break. */
async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axeSource);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
    const rules = colorScheme === "light" ? allRules : rulesOfColour;
    expect(await violationsOf(page, rules), `in ${colorScheme} colours`).toEqual([]);
  }
}

/** Ids of pages begin with an underscore, so that they never meet those of steps, and titles are as long as people make them. */
const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: { "valid-id": ["error", { relaxed: true }], "long-title": "off" },
});

/** What is wrong with the HTML of a page. */
async function mistakesIn(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId} at ${line}:${column}: ${message}`),
  );
}

/** One page of every type. */
const pages = [
  [showcase, ""],
  [showcase, "processes/fair/"],
  [showcase, "processes/fair/past-runs/"],
  [showcase, "processes/hostile/"],
  [showcase, "roles/"],
  [showcase, "roles/author/"],
  [showcase, "areas/events/"],
  [showcase, "people/demo-jonas/"],
  [showcase, "departments/it/"],
  [showcase, "runs/1001/"],
  [showcase, "runs/902/"],
  [showcase, "pages/how-we-work/"],
  [showcase, "a-z/"],
  [showcase, "tools/"],
  [showcase, "glossary/"],
  [showcase, "calendar/"],
  [showcase, "dashboard/"],
  [showcase, "problems/"],
  [showcase, "problems/unknown-role/"],
  [showcase, "guide/reading/"],
  [showcase, "guide/runs/"],
  [showcase, "guide/propose-a-change/"],
  [showcase, "guide/who-may-do-what/"],
  [showcase, "guide/reference/"],
  [showcase, "nowhere/"],
  // Nothing has run there yet.
  [site, ""],
  [site, "calendar/"],
  [site, "dashboard/"],
  [site, "processes/launch-product/"],
  [site, "roles/blog-author/"],
  [site, "people/demo-ines/"],
  [site, "departments/it/"],
] as const;
const nameOf = (address: string, path: string) =>
  `${address === site ? "empty-" : ""}${path.replaceAll("/", "-") || "home"}`;

/** Makes a page as narrow as a phone, where nothing may stick out or stand too close together. */
async function expectFitsPhone(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 390, height: 844 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  expect(await violationsOf(page, rulesOfSize)).toEqual([]);
}

const looks = isBuilt ? ", fits a phone, and axe finds nothing in light and dark" : "";

describe.concurrent.each(pages)("%s%s", (address, path) => {
  test(`breaks nothing, is valid, asks no other host${looks}`, async () => {
    const { page, errors, strangers } = await openPage(browser, address);
    const answer = await page.goto(`${address}${path}`, { waitUntil: "networkidle" });
    expect(await mistakesIn((await answer?.text()) ?? "")).toEqual([]);
    expect(await page.evaluate("globalThis.hacked")).toBeUndefined();
    expect(await page.locator("h1").count()).toBe(1);
    if (isBuilt) {
      await expectAccessible(page);
      await expectFitsPhone(page);
      if (path !== "processes/hostile/") await keepPicture(page, `phone-${nameOf(address, path)}`);
    }
    expect(errors.filter((error) => !error.includes("404"))).toEqual([]);
    expect(strangers).toEqual([]);
    await page.context().close();
  });
});

/** States a page comes to when somebody uses it. */
const states: readonly (readonly [string, string, (page: Page) => Promise<void>])[] = [
  [
    "the search with results",
    showcase,
    async (page) => {
      await page.keyboard.press("/");
      await page.keyboard.type("booth");
      await page.locator("#search-results li").first().waitFor();
    },
  ],
  [
    "the search without results",
    showcase,
    async (page) => {
      await page.keyboard.press("/");
      await page.keyboard.type("xylophone");
      await page.getByText("Nothing found for").waitFor();
    },
  ],
  [
    "the date planner with warnings and a way out",
    `${showcase}processes/fair/`,
    async (page) => {
      await page.locator(".date-form [data-plan-date]").fill("2026-12-05");
      await page.locator("[data-plan-answer=decide]").selectOption("rent");
      await page.getByRole("button", { name: /the earliest date that works/ }).waitFor();
    },
  ],
  [
    "the date planner where nothing stands in the way",
    `${showcase}processes/write-up/`,
    async (page) => {
      await page.locator(".date-form [data-plan-date]").fill("2027-03-19");
      await page.locator("[data-plan-warnings]").getByText("Nothing stands in the way").waitFor();
    },
  ],
  [
    "the menu of a phone",
    `${showcase}processes/fair/`,
    async (page) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.getByRole("button", { name: "Menu" }).click();
      await page.getByRole("link", { name: "Glossary", exact: true }).waitFor();
    },
  ],
];

test.concurrent.each(isBuilt ? states : [])("axe finds nothing in %s", async (_state, address, use) => {
  const { page, errors, strangers } = await openPage(browser, address);
  await page.clock.setFixedTime(new Date("2026-11-23T09:00:00Z"));
  await page.goto(address);
  await use(page);
  await expectAccessible(page);
  expect(errors).toEqual([]);
  expect(strangers).toEqual([]);
  await page.context().close();
});

test("the phone's menu opens and leads on, without JavaScript too", async () => {
  const { page } = await openPage(browser, showcase, {
    viewport: { width: 390, height: 844 },
    javaScriptEnabled: false,
  });
  await page.goto(`${showcase}processes/fair/`);
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("link", { name: "Glossary", exact: true }).click();
  await page.waitForURL(/\/glossary\/$/);
  await page.context().close();
});

test("axe knows how large a target has to be", async () => {
  const { page } = await openPage(browser, showcase);
  await page.setContent(
    '<html lang="en"><title>t</title><main><h1>t</h1><button style="width:9px;height:9px">a</button><button style="width:9px;height:9px">b</button></main>',
  );
  await page.evaluate(axeSource);
  expect((await violationsOf(page, allRules)).join()).toContain("target-size");
  await page.context().close();
});

test("a script in a title does not run in the search either", async () => {
  const { page, errors } = await openPage(browser, showcase);
  await page.goto(showcase);
  await page.keyboard.press("/");
  await page.keyboard.type("zebra");
  await page.locator("#search-results li").first().waitFor();
  expect(await page.locator("#search-results img, #search-results script").count()).toBe(0);
  expect(await page.locator("#search-results strong").first().textContent()).toContain("</script><img");
  expect(await page.evaluate("globalThis.hacked")).toBeUndefined();
  expect(errors).toEqual([]);
  await page.context().close();
});

test("the keyboard alone leads from the search to the step", async () => {
  const { page } = await openPage(browser, showcase);
  await page.goto(showcase);
  await page.keyboard.press("/");
  await page.keyboard.type("thank-you mails");
  await page.locator("#search-results li").first().waitFor();
  await keepPicture(page, "search");
  await page.keyboard.press("Enter");
  await page.waitForURL(/fair\/#thanks$/);
  await page.context().close();
});

test("filters narrow the search to an area and a role", async () => {
  const { page } = await openPage(browser, showcase);
  await page.goto(showcase);
  await page.keyboard.press("Control+k");
  await page.locator("[data-search-filters] select").first().selectOption("Events <i>");
  await expect
    .poll(() => page.locator("#search-results strong").allTextContents())
    .toEqual(["Go to a trade fair"]);
  await page.locator("[data-search-filters] select").first().selectOption("");
  await page.locator("[data-search-filters] select").last().selectOption("Builder");
  await expect
    .poll(() => page.locator("#search-results strong").allTextContents())
    .toEqual(["Go to a trade fair"]);
  await page.context().close();
});

test("everything on a process page can be reached by keyboard, and is seen when it is", async () => {
  const { page } = await openPage(browser, showcase);
  await page.goto(`${showcase}processes/fair/`);
  const total = await page.locator("a:visible, button:visible, input:visible, select:visible").count();
  const seen = new Set<string>();
  for (let pressed = 0; pressed < total + 40; pressed += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return "";
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const isMarked = style.outlineStyle !== "none" || element.closest("svg.flow") !== null;
      return `${isMarked && box.width > 0 ? "" : "unseen "}${element.tagName} ${element.getAttribute("type") ?? ""} ${element.className} ${style.outlineStyle} ${element.getAttribute("href") ?? ""} ${element.textContent?.trim().slice(0, 40)}`;
    });
    if (focused === "") break;
    seen.add(focused);
  }
  expect([...seen].filter((name) => name.startsWith("unseen"))).toEqual([]);
  expect([...seen].some((name) => name.includes("#thanks"))).toBe(true);
  expect([...seen].some((name) => name.includes("Start with this date"))).toBe(true);
  await page.context().close();
});

test("on paper a process is a checklist", async () => {
  const { page } = await openPage(browser, showcase, { colorScheme: "dark" });
  await page.goto(`${showcase}processes/fair/`);
  await page.emulateMedia({ media: "print" });
  for (const hidden of [".start", ".side-menu", ".toc", ".date-form", "#_who-is-what", ".page-foot"])
    expect(await page.locator(hidden).first().isVisible()).toBe(false);
  for (const shown of ["h1", ".glance", ".flow", ".plan", ".steps"])
    expect(await page.locator(shown).first().isVisible()).toBe(true);
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toMatch(/^rgb\((?:\d|[1-9]\d), /);
  await keepPicture(page, "print");
  await page.context().close();
});

test("nothing glides for those who asked for less motion", async () => {
  const { page } = await openPage(browser, showcase, { reducedMotion: "reduce" });
  await page.goto(`${showcase}processes/fair/`);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe("auto");
  await page.context().close();
});

test("the calendar is narrowed to a person, and to what is late", async () => {
  const { page, errors } = await openPage(browser, showcase);
  await page.goto(`${showcase}calendar/`);
  const rows = page.locator("[data-due-week] tbody tr");
  const all = await rows.count();
  const seen = () => rows.filter({ visible: true }).count();
  await page.getByRole("combobox", { name: "Who" }).selectOption("demo-ben");
  const bens = await seen();
  expect(bens).toBeGreaterThan(0);
  expect(bens).toBeLessThan(all);
  expect(await page.locator("[data-due-shown]").textContent()).toBe(`${bens} steps shown.`);
  for (const row of await rows.filter({ visible: true }).all())
    expect(await row.getAttribute("data-who")).toContain("demo-ben");
  await page.getByRole("combobox", { name: "Who" }).selectOption("");
  await page.getByLabel("Late only").check();
  const late = await seen();
  expect(late).toBeGreaterThan(0);
  expect(late).toBeLessThan(all);
  expect(errors).toEqual([]);
  await page.context().close();
});

test("my week is remembered, leads on, and stands first among the people of the calendar", async () => {
  const { page, errors, strangers } = await openPage(browser, showcase);
  await page.goto(showcase);
  await page.getByLabel("I am", { exact: true }).selectOption({ label: "demo-ben" });
  const lists = page.locator("[data-me-lists]");
  await lists.locator("h3").first().waitFor();
  await page.reload();
  await lists.locator("h3").first().waitFor();
  const headings = await lists.locator("h3").allTextContents();
  const order = ["Late", "Due this week", "Can begin", "Waiting for others"];
  expect(headings).toEqual(order.filter((heading) => headings.includes(heading)));
  await page.goto(`${showcase}calendar/`);
  expect(await page.getByRole("combobox", { name: "Who" }).locator("option").nth(1).textContent()).toBe(
    "Me (demo-ben)",
  );
  expect([...errors, ...strangers]).toEqual([]);
  await page.context().close();
});

test("buttons and menus keep a border where the system chooses the colours", async () => {
  const { page } = await openPage(browser, showcase, { forcedColors: "active" });
  await page.goto(`${showcase}processes/fair/`);
  const bare = await page
    .locator("button:visible, select:visible, input:visible, a.action:visible, a.primary:visible")
    .evaluateAll((all) =>
      all
        .filter((one) => ["none", "hidden"].includes(getComputedStyle(one).borderTopStyle))
        .map((one) => `${one.className} ${one.textContent?.trim()}`),
    );
  expect(bare).toEqual([]);
  await page.context().close();
});

test.each(["", "processes/fair/", "dashboard/", "calendar/", "departments/it/"])(
  "%s needs no scrolling sideways at 400 per cent",
  async (path) => {
    const { page } = await openPage(browser, showcase, { viewport: { width: 320, height: 256 } });
    await page.goto(`${showcase}${path}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.context().close();
  },
);

test("paper has numbers of pages, and says which revision of a process it is", async () => {
  const { page } = await openPage(browser, site);
  await page.goto(`${site}processes/publish-blog-post/`);
  await page.emulateMedia({ media: "print" });
  const rules = await page.evaluate(() =>
    [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText)),
  );
  expect(rules.join("\n")).toMatch(/@page[^}]*\{[\s\S]*counter\(page\)/);
  expect(await page.locator(".facts dt").filter({ hasText: "Last changed" }).isVisible()).toBe(true);
  await page.context().close();
});
