import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { keepPicture, openBrowser, openPage } from "./open-browser.ts";

const site = inject("site");
const blog = `${site}processes/publish-blog-post/`;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test.each([
  ["title", "blog post", "Publish a blog post", "publish-blog-post/"],
  ["step", "live page", "Publish and check the live page", "publish-blog-post/#publish"],
  ["role", "seo strategist", "SEO strategist", "roles/seo-strategist/"],
  ["tag", "editorial", "Publish a blog post", "publish-blog-post/"],
])("the search finds a process by its %s", async (_what, words, found, href) => {
  const { page, errors, strangers } = await openPage(browser, site);
  await page.goto(site);
  await page.keyboard.press("Control+k");
  await page.keyboard.type(words);
  const result = page.locator("#search-results li").filter({ hasText: found }).first();
  await result.waitFor();
  expect(await result.locator("a").getAttribute("href")).toContain(href);
  expect(errors).toEqual([]);
  expect(strangers).toEqual([]);
  await page.context().close();
});

test("a card of the diagram leads to its step", async () => {
  const { page, errors } = await openPage(browser, site);
  await page.goto(blog);
  await page
    .locator("svg.flow")
    .getByRole("link", { name: /Make the images/ })
    .click();
  expect(new URL(page.url()).hash).toBe("#images");
  await expect(page.locator("#images").isVisible()).resolves.toBe(true);
  expect(errors).toEqual([]);
  await keepPicture(page, "process");
  await page.context().close();
});

test("the start form asks GitHub for the start issue with the date filled in", async () => {
  const { page, strangers } = await openPage(browser, site, { javaScriptEnabled: false });
  await page.goto(blog);
  await page.getByRole("button", { name: "Start this process" }).click({ noWaitAfter: true });
  await expect.poll(() => strangers).toHaveLength(1);
  const address = new URL(strangers[0] ?? "");
  expect(address.origin + address.pathname).toBe("https://github.com/acme/handbook/issues/new");
  expect(Object.fromEntries(address.searchParams)).toEqual({
    template: "start-publish-blog-post.yml",
    "anchor-date": "2026-12-23",
  });
  await page.context().close();
});

describe("colours", () => {
  test("follow the device, and the reader's choice after that", async () => {
    const { page } = await openPage(browser, site, { colorScheme: "dark" });
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.goto(site);
    const dark = await paper();
    await page.getByLabel("Colours").selectOption("light");
    expect(await paper()).not.toBe(dark);
    await page.reload();
    expect(await paper()).not.toBe(dark);
    await page.context().close();
  });
});

test("an address that leads nowhere is answered with a way on", async () => {
  const { page } = await openPage(browser, site);
  await page.goto(`${site}processes/publish-blogpost/`);
  await expect(page.getByRole("heading", { level: 1 }).textContent()).resolves.toBe("This page is not here");
  await page.getByRole("button", { name: "Search the handbook" }).last().click();
  await expect(page.getByRole("dialog").isVisible()).resolves.toBe(true);
  await page.context().close();
});
