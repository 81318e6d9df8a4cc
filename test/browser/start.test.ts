import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type StartedHandrail, startHandrail } from "../../scripts/start-handrail.ts";
import { keepPicture, openBrowser, openPage } from "./open-browser.ts";

let handrail: StartedHandrail;
let browser: Browser;
const folder = resolve(`.cache/start-test-${process.pid}`);

beforeAll(async () => {
  handrail = await startHandrail({
    port: 0,
    handbookFolder: "processes",
    workFolder: folder,
    now: "2026-11-02T09:00:00Z",
    onProblem: (message) => {
      throw new Error(message);
    },
  });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await handrail?.close();
  await rm(folder, { recursive: true, force: true });
});

test("from the page of a process to dated, assigned sub-issues, by hand", async () => {
  const { page, errors, strangers } = await openPage(browser, handrail.url);
  await page.goto(`${handrail.url}/processes/publish-blog-post/`);
  await page.locator('input[name="anchor-date"]').first().fill("2026-12-18");
  await page.getByRole("button", { name: "Start this process" }).first().click();
  await page.waitForURL(/\/github\/acme\/handbook\/issues\/new\?/);
  expect(await page.getByLabel("Publish date").inputValue()).toBe("2026-12-18");
  await page.getByLabel("Topic or working title").fill("How to choose a CRM");
  await keepPicture(page, "start-form");
  await page.getByRole("button", { name: /Submit|Create/ }).click();
  await page.waitForURL(/\/issues\/\d+$/);
  await handrail.world.sandbox.idle();
  await page.reload();
  await keepPicture(page, "run-issue");
  const text = await page.locator("main").innerText();
  expect(text).toContain("0 of 8 steps done");
  expect(text).toContain("Publish and check the live page");
  await page
    .getByRole("link", { name: /Write the outline/ })
    .first()
    .click();
  const step = await page.locator("main").innerText();
  expect(step).toContain("Due Friday 27 November 2026");
  expect(step).toContain("demo-jonas");
  await keepPicture(page, "step-issue");
  expect(strangers).toEqual([]);
  expect(errors).toEqual([]);
});

test("a wrong date gets one clear answer and creates nothing", async () => {
  const { page } = await openPage(browser, handrail.url);
  await page.goto(
    `${handrail.url}/github/acme/handbook/issues/new?template=start-publish-blog-post.yml&anchor-date=2026-12-32`,
  );
  await page.getByLabel("Topic or working title").fill("A wrong date");
  await page.getByRole("button", { name: /Submit|Create/ }).click();
  await page.waitForURL(/\/issues\/\d+$/);
  await handrail.world.sandbox.idle();
  await page.reload();
  const text = await page.locator("main").innerText();
  expect(text).toContain("which is no day of the calendar");
  expect(text).toContain("Nothing has been created.");
  await keepPicture(page, "wrong-date");
});

test("the handbook then shows what is running", async () => {
  const { page } = await openPage(browser, handrail.url);
  await page.goto(`${handrail.url}/dashboard/`);
  await expect.poll(() => page.locator("main").innerText()).toContain("How to choose a CRM");
  await keepPicture(page, "dashboard-with-a-run");
});

test("an address that leads nowhere is answered with the handbook's own page", async () => {
  const { page } = await openPage(browser, handrail.url);
  const answer = await page.goto(`${handrail.url}/processes/publish-blogpost/`);
  expect(answer?.status()).toBe(404);
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("This page is not here");
});
