import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { keepPicture, openBrowser, openPage } from "./open-browser.ts";

const showcase = inject("showcase");
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** One page of every type. */
const pages = [
  "",
  "processes/fair/",
  "processes/hostile/",
  "roles/",
  "roles/author/",
  "areas/events/",
  "a-z/",
  "tools/",
  "glossary/",
  "calendar/",
  "dashboard/",
  "problems/",
  "problems/unknown-role/",
  "guide/reading/",
  "guide/reference/",
  "nowhere/",
] as const;

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

describe.each(["light", "dark"] as const)("in %s colours", (colorScheme) => {
  test.each(pages)("axe finds nothing on /%s, and nothing fails or leaves the site", async (path) => {
    const { page, errors, strangers } = await openPage(browser, showcase, { colorScheme, bypassCSP: true });
    await page.goto(`${showcase}${path}`);
    await page.waitForLoadState("networkidle");
    await page.evaluate(axeSource);
    const result = (await page.evaluate("axe.run()")) as AxeResult;
    const found = result.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`,
    );
    expect(found).toEqual([]);
    expect(errors.filter((error) => !error.includes("404"))).toEqual([]);
    expect(strangers).toEqual([]);
    await page.context().close();
  });
});

test.each(pages)("the policy of /%s breaks nothing of its own", async (path) => {
  const { page, errors } = await openPage(browser, showcase);
  await page.goto(`${showcase}${path}`);
  await page.waitForLoadState("networkidle");
  expect(errors.filter((error) => !error.includes("404"))).toEqual([]);
  expect(await page.evaluate("globalThis.hacked")).toBeUndefined();
  expect(await page.locator("h1").count()).toBe(1);
  await page.context().close();
});

test.each(pages)("/%s fits a phone", async (path) => {
  const { page } = await openPage(browser, showcase, { viewport: { width: 390, height: 844 } });
  await page.goto(`${showcase}${path}`);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  if (path !== "processes/hostile/") await keepPicture(page, `phone-${path.replaceAll("/", "-") || "home"}`);
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
  for (const hidden of [".start", ".side-menu", ".toc", ".date-form", "#who-is-what", ".page-foot"])
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
