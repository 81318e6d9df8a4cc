import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { keepPicture, openBrowser, openPage, stopClock } from "./open-browser.ts";

const site = inject("site");
const showcase = inject("showcase");
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Removes Temporal, as in the browsers that do not have it yet. */
const withoutTemporal = "delete globalThis.Temporal";
const today = new Date("2026-11-23T09:00:00Z");

async function due(page: Page, task: string): Promise<string | null> {
  return page.locator(`[data-task="${task}"] time`).getAttribute("datetime");
}

describe.each([
  ["with Temporal", ""],
  ["without Temporal", withoutTemporal],
])("in a browser %s", (_name, script) => {
  test("a date gives every step its date, the warnings and a way out", async () => {
    const { page, errors, strangers } = await openPage(browser, site);
    await page.addInitScript(script);
    await page.clock.setFixedTime(today);
    await page.goto(`${site}processes/publish-blog-post/`);
    const field = page.locator(".date-form [data-plan-date]");
    await field.fill("2026-12-05");
    await field.dispatchEvent("change");
    await expect.poll(() => due(page, "publish")).toBe("2026-12-05");
    expect(await due(page, "idea")).toBe("2026-11-05");
    const warnings = await page.locator("[data-plan-warnings] li").allTextContents();
    expect(warnings[0]).toBe("The publish date, Saturday 5 December 2026, is not a business day.");
    expect(warnings[1]).toContain("which is past");
    await page.getByRole("button", { name: /the earliest date that works/ }).click();
    await expect.poll(() => due(page, "publish")).toBe("2026-12-23");
    expect(await page.locator(".start [data-plan-date]").inputValue()).toBe("2026-12-23");
    expect(await page.locator("[data-plan-warnings]").textContent()).toContain("Nothing stands in the way");
    expect(errors).toEqual([]);
    expect(strangers).toEqual([]);
    await page.context().close();
  });
});

test("a reader in March of a site that was built in November reads March's dates, and none that has passed", async () => {
  const { page, errors } = await openPage(browser, site);
  await page.clock.setFixedTime(new Date("2027-03-10T09:00:00Z"));
  await page.goto(`${site}processes/publish-blog-post/`);
  const summary = page.locator("[data-plan-summary]");
  await expect.poll(() => summary.textContent()).toMatch(/; it begins today, Wednesday 10 March 2027\.$/);
  const dates = await page
    .locator("[data-task] time")
    .evaluateAll((times) => times.map((time) => time.getAttribute("datetime") ?? ""));
  expect(dates.length).toBeGreaterThan(5);
  expect(dates.filter((day) => day !== "" && day < "2027-03-10")).toEqual([]);
  const earliest = await page.locator(".start [data-plan-date]").inputValue();
  expect(earliest > "2027-03-10").toBe(true);
  await page.locator(".date-form [data-plan-date]").fill("2027-03-19");
  await page.locator(".date-form [data-plan-date]").dispatchEvent("change");
  await expect.poll(() => summary.textContent()).toMatch(/; it should have begun on /);
  expect(errors).toEqual([]);
  await page.context().close();
});

test.each([
  ["wide", { width: 1280, height: 900 }],
  ["phone", { width: 390, height: 844 }],
])(
  "on a %s the start stays in sight, warns where the reader is, and offers the good dates on either side",
  async (_what, viewport) => {
    const { page, errors } = await openPage(browser, site, { viewport });
    await page.clock.setFixedTime(today);
    await page.goto(`${site}processes/publish-blog-post/`);
    await page.locator("#_history").scrollIntoViewIfNeeded();
    const field = page.locator(".start [data-plan-date]");
    expect(await field.evaluate((element) => element.getBoundingClientRect().top)).toBeGreaterThan(0);
    await field.fill("2026-12-26");
    await field.dispatchEvent("change");
    const warns = page.locator("[data-plan-start]");
    await warns.getByText("is not a business day").waitFor();
    expect(await warns.getByRole("button").allTextContents()).toEqual([
      "Take Wed 23 Dec 2026",
      "Take Mon 4 Jan 2027",
    ]);
    const box = await warns.evaluate((element) => element.getBoundingClientRect().bottom);
    expect(box).toBeLessThan(viewport.height / 2);
    await warns.getByRole("button").last().click();
    await warns.getByText("Nothing stands in the way").waitFor();
    expect(await field.inputValue()).toBe("2027-01-04");
    expect(await page.locator(".date-form [data-plan-date]").inputValue()).toBe("2027-01-04");
    expect(errors).toEqual([]);
    await page.context().close();
  },
);

test("“Start with this date” takes the date along", async () => {
  const { page, strangers } = await openPage(browser, site);
  await page.goto(`${site}processes/publish-blog-post/`);
  await page.locator(".date-form [data-plan-date]").fill("2027-03-19");
  await page.locator(".date-form [data-plan-date]").dispatchEvent("change");
  await page.getByRole("button", { name: "Start with this date" }).click({ noWaitAfter: true });
  await expect.poll(() => strangers).toHaveLength(1);
  expect(new URL(strangers[0] ?? "").searchParams.get("anchor-date")).toBe("2027-03-19");
  await page.context().close();
});

test("answers decide which steps are needed, and go along to the start form", async () => {
  const { page, errors } = await openPage(browser, showcase);
  await page.clock.setFixedTime(today);
  await page.goto(`${showcase}processes/fair/`);
  const chosen = () => page.locator("[data-plan-answer=decide] option:checked").textContent();
  expect(await chosen()).toBe("not known yet");
  await page.locator("[data-plan-answer=decide]").selectOption("rent");
  await expect.poll(() => page.locator('[data-task="build"] time').textContent()).toBe("Not needed");
  const form = () =>
    page.evaluate(() => {
      const start = document.querySelector<HTMLFormElement>("#_start");
      return start ? [...new FormData(start).keys()] : [];
    });
  expect(await form()).toEqual(["template", "anchor-date"]);
  await page.locator("[data-plan-answer=budget]").fill("500");
  await page.locator("[data-plan-answer=budget]").dispatchEvent("change");
  await expect.poll(() => page.locator('[data-task="board"] time').textContent()).toBe("Not needed");
  expect(await due(page, "rent")).not.toBe("");
  expect(await form()).toEqual(["template", "anchor-date", "budget"]);
  expect(errors).toEqual([]);
  await keepPicture(page, "date-planner");
  await page.context().close();
});

test("each line of a list is a row, its mark-up is text, and an emptied list is one row again", async () => {
  const { page, errors } = await openPage(browser, site);
  await page.clock.setFixedTime(today);
  await page.goto(`${site}processes/hold-webinar/`);
  const list = page.locator("textarea[data-plan-answer]");
  const say = async (lines: string) => {
    await list.evaluate((field, text) => {
      (field as HTMLTextAreaElement).value = text;
    }, lines);
    await list.dispatchEvent("change");
  };
  const rows = () =>
    page
      .locator('[data-task^="guest"]:not([hidden])')
      .evaluateAll((found) =>
        found.map((row) => row.querySelector("th, td")?.textContent?.trim().replace(/\s+/g, " ")),
      );
  await say("Ada Lovelace\n<b>Grace</b> Hopper");
  await expect.poll(async () => (await rows()).length).toBe(2);
  expect((await rows()).join("\n")).toContain("<b>Grace</b> Hopper");
  expect(await page.locator(".plan b").count()).toBe(0);
  await keepPicture(page, "planner-list");
  await say("");
  await expect.poll(async () => (await rows()).length).toBe(1);
  await say(Array.from({ length: 10_000 }, (_, index) => `Guest ${index}`).join("\n"));
  await expect
    .poll(() => page.locator("[data-plan-warnings]").textContent())
    .toContain("a run has at most 100");
  expect(errors).toEqual([]);
  await page.context().close();
});

test("a login stays on one line in a narrow column, before and after another date", async () => {
  const { page } = await openPage(browser, site, { viewport: { width: 390, height: 844 } });
  await page.goto(`${site}processes/launch-product/`);
  const lines = () =>
    page
      .locator(".plan-who span")
      .evaluateAll((logins) => logins.map((login) => [login.textContent, login.getClientRects().length]));
  for (const fold of await page.locator(".plan-fold").all()) await fold.click();
  const before = await lines();
  expect(before.length).toBeGreaterThan(30);
  expect(new Set(before.map(([, count]) => count))).toEqual(new Set([1]));
  await page.locator(".date-form [data-plan-date]").fill("2027-06-18");
  await page.locator(".date-form [data-plan-date]").dispatchEvent("change");
  await page.locator("time[datetime='2027-06-18']").first().waitFor();
  expect(await lines()).toEqual(before);
  await page.context().close();
});

test("the plan can be taken along as calendar and table", async () => {
  const { page } = await openPage(browser, site, { acceptDownloads: true });
  await page.clock.setFixedTime(today);
  await page.goto(`${site}processes/publish-blog-post/`);
  const download = async (name: string) => {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name }).click(),
    ]);
    return readFile(await file.path(), "utf8");
  };
  expect(await download("Calendar file (.ics)")).toContain("DTSTART;VALUE=DATE:20261223");
  await page.locator(".date-form [data-plan-date]").fill("2027-03-19");
  await page.locator(".date-form [data-plan-date]").dispatchEvent("change");
  await expect.poll(() => due(page, "publish")).toBe("2027-03-19");
  expect(await download("Calendar file (.ics)")).toContain("DTSTART;VALUE=DATE:20270319");
  expect(await download("Table (.csv)")).toContain("publish,Publish and check the live page");
  await page.context().close();
});

test("a diagram that could not be drawn before is drawn when the page is open", async () => {
  const { page, errors } = await openPage(browser, showcase);
  await page.goto(`${showcase}processes/fair/`);
  await expect.poll(() => page.locator("pre[data-mermaid]").count()).toBe(0);
  expect(await page.locator(".diagram #later-0").count()).toBe(1);
  expect(errors).toEqual([]);
  await page.goto(`${showcase}processes/write-up/`);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  expect(policy).not.toContain("unsafe-inline");
  await page.context().close();
});

test("the picture can be made larger and smaller", async () => {
  const { page } = await openPage(browser, showcase);
  await page.goto(`${showcase}processes/fair/`);
  const width = () => page.locator("svg.flow").evaluate((svg) => svg.getBoundingClientRect().width);
  const before = await width();
  await page.getByRole("button", { name: "Larger" }).click();
  expect(await width()).toBeGreaterThan(before);
  await page.getByRole("button", { name: "Fit" }).click();
  const frame = await page.locator(".flow-frame").evaluate((element) => element.clientWidth);
  expect(await width()).toBeLessThanOrEqual(frame);
  await page.context().close();
});

test("the picture is made larger and moved about by keyboard alone", async () => {
  const { page } = await openPage(browser, showcase, { viewport: { width: 700, height: 900 } });
  await page.goto(`${showcase}processes/fair/`);
  const frame = page.locator(".flow-frame");
  const width = () => page.locator("svg.flow").evaluate((svg) => svg.getBoundingClientRect().width);
  const before = await width();
  await page.getByRole("button", { name: "Larger" }).focus();
  for (let pressed = 0; pressed < 4; pressed += 1) await page.keyboard.press("Enter");
  expect(await width()).toBeGreaterThan(before);
  await frame.evaluate((element) => {
    element.scrollLeft = 0;
  });
  await frame.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => frame.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  await page.context().close();
});

test.each([
  ["Copy as Markdown", /^# Publish a blog post\n/],
  ["Copy as Mermaid", /^flowchart /],
])("“%s” copies", async (name, text) => {
  const { page } = await openPage(browser, site, { permissions: ["clipboard-read", "clipboard-write"] });
  await stopClock(page);
  await page.goto(`${site}processes/publish-blog-post/`);
  const button = page.getByRole("button", { name });
  const copied = page.getByRole("button", { name: "Copied" });
  await button.click();
  await copied.waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(text);
  // Pressed again while it still says so, it has to find back to its own words.
  await copied.click();
  await page.clock.resume();
  await button.waitFor();
  await page.context().close();
});
