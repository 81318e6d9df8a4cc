import { gzipSync } from "node:zlib";
import type { Browser, Response } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { keepPicture, openBrowser, openPage, stopClock } from "./open-browser.ts";

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
  ["tool", "keyword tool", "Keyword tool", "tools/#tool--keyword-tool"],
  ["tag", "editorial", "Publish a blog post", "publish-blog-post/"],
  ["tag in another spelling", "tradefair", "Take part in a trade fair", "exhibit-at-trade-fair/"],
  ["title with a slip", "publsh", "Publish a blog post", "publish-blog-post/"],
  ["German word", "Rundmail", "Send the weekly newsletter", "send-newsletter/"],
  ["question", "who approves the outline?", "approved by", "publish-blog-post/#approve-outline"],
  ["text", "findability", "SEO strategist", "roles/seo-strategist/"],
])("the search finds what is meant by its %s", async (_what, words, found, href) => {
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

test("nothing of the search is fetched before it is opened, and it says what is near where it finds nothing", async () => {
  const { page, strangers } = await openPage(browser, site);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(site, { waitUntil: "networkidle" });
  expect(asked.filter((path) => /search-names|search-everything|pagefind/.test(path))).toEqual([]);
  await page.keyboard.press("/");
  await page.keyboard.type("ghundbok");
  await page.getByText("Nothing found for “ghundbok”").waitFor();
  expect(await page.locator("#search-results li").count()).toBe(0);
  await page.getByText("Names that look like it").waitFor();
  await page.keyboard.press("Tab");
  while ((await page.locator(".search-nearest a:focus").count()) === 0) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  // The base path holds "handbook" too: the page of the role is meant.
  await page.waitForURL(/\/roles\/handbook-editor\/$/);
  expect(asked.some((path) => path.endsWith("/search-names.json"))).toBe(true);
  expect(strangers).toEqual([]);
  await page.context().close();
});

test("a word that nobody uses finds nothing, although shorter words begin alike", async () => {
  const { page } = await openPage(browser, site);
  await page.goto(site);
  await page.keyboard.press("/");
  await page.keyboard.type("Canva");
  await page.locator(".search-status").filter({ hasText: "Nothing" }).waitFor();
  expect(await page.locator("#search-results li").count()).toBe(0);
  await page.context().close();
});

test("the search shows work first, problems last, and no marks of Markdown", async () => {
  const { page } = await openPage(browser, site);
  await page.goto(site);
  await page.keyboard.press("/");
  for (const words of ["approve", "check", "role"]) {
    const found = page.locator("#search-results a");
    await page.getByRole("combobox", { name: "Search the handbook" }).fill("");
    await expect.poll(() => found.count()).toBe(0);
    await page.getByRole("combobox", { name: "Search the handbook" }).fill(words);
    await found.first().waitFor();
    expect(await found.first().getAttribute("href")).toMatch(/\/(?:processes|roles)\//);
    const kinds = await found.evaluateAll((links) =>
      links.map((link) => (link.getAttribute("href")?.includes("/problems/") ? "problem" : "other")),
    );
    expect(kinds).toEqual(kinds.toSorted());
    for (const extract of await page.locator(".search-extract").allTextContents())
      expect(extract).not.toMatch(/[`*]|\[[ x]\]|\]\(/);
  }
  await page.context().close();
});

test("no page of a process weighs more than 12 kB", async () => {
  const { processes } = (await (await fetch(`${site}processes.json`)).json()) as {
    processes: { id: string }[];
  };
  expect(processes.length).toBeGreaterThan(10);
  for (const { id } of processes) {
    const html = await (await fetch(`${site}processes/${id}/`)).text();
    expect(gzipSync(html, { level: 9 }).length, id).toBeLessThan(12_000);
  }
});

test("the first visit of a process brings few scripts and styles", async () => {
  const { page } = await openPage(browser, site);
  const bytes = new Map<string, number>();
  const weighing: Promise<void>[] = [];
  const onResponse = (response: Response) => {
    const kind = response.request().resourceType();
    const weigh = (body: Buffer) =>
      void bytes.set(kind, (bytes.get(kind) ?? 0) + gzipSync(body, { level: 9 }).length);
    if (kind === "script" || kind === "stylesheet") weighing.push(response.body().then(weigh));
  };
  page.on("response", onResponse);
  await page.goto(`${site}processes/launch-product/`, { waitUntil: "networkidle" });
  // What comes later, such as pages read ahead, is not part of the first visit.
  page.off("response", onResponse);
  await Promise.all(weighing);
  expect([...bytes.keys()].sort()).toEqual(["script", "stylesheet"]);
  expect(bytes.get("script")).toBeLessThan(27_000);
  expect(bytes.get("stylesheet")).toBeLessThan(17_000);
  await page.context().close();
});

test("on a phone the contents open from a bar, lead on and close", async () => {
  const { page, errors } = await openPage(browser, site, { viewport: { width: 390, height: 844 } });
  await page.goto(blog);
  const contents = page.getByRole("navigation", { name: "On this page" });
  expect(await contents.isVisible()).toBe(false);
  await page.getByRole("button", { name: "On this page" }).click();
  await contents.getByRole("link", { name: "Make the images" }).click();
  expect(new URL(page.url()).hash).toBe("#images");
  expect(await contents.isVisible()).toBe(false);
  await expect.poll(() => page.locator("[data-toc-now]").textContent()).toBe("Make the images");
  expect(errors).toEqual([]);
  await page.context().close();
});

test("a sample of the guide can be copied", async () => {
  const { page, errors } = await openPage(browser, site, {
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await stopClock(page);
  await page.goto(`${site}guide/first-process/`);
  await page.locator("main pre").nth(1).hover();
  await page.getByRole("button", { name: "Copy" }).nth(1).click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("title: Tell a customer story");
  expect(errors).toEqual([]);
  await page.context().close();
});

test("a result says which step matched", async () => {
  const { page } = await openPage(browser, site);
  await page.goto(site);
  await page.keyboard.press("/");
  await page.keyboard.type("live page");
  const result = page.locator("#search-results li").filter({ hasText: "Publish a blog post" }).first();
  await result.waitFor();
  expect(await result.locator(".search-step").textContent()).toBe("Step: Publish and check the live page");
  await page.context().close();
});

test.each([
  ["llms.txt", /^# Marketing handbook\n/],
  ["processes.json", /"publish-blog-post"/],
  ["changes.xml", /^<\?xml.*<rss /s],
  ["sitemap-index.xml", /https:\/\/handbook\.example\/team\/handbook\/sitemap-0\.xml/],
  ["sitemap-0.xml", /https:\/\/handbook\.example\/team\/handbook\/processes\/publish-blog-post\//],
  ["processes/publish-blog-post/plan.ics", /^BEGIN:VCALENDAR\r\n/],
  ["index.md", /^# Marketing handbook\n/],
  ["roles/blog-author/index.md", /^# Blog author\n/],
  ["areas/content/index.md", /^# Content\n/],
  ["a-z/index.md", /^# A to Z\n/],
  ["tools/index.md", /^# Tools\n/],
  ["glossary/index.md", /^# Glossary\n.*landing page/s],
  ["dashboard/index.md", /^# Dashboard\n/],
  ["calendar/index.md", /^# Calendar\n/],
  ["problems/unknown-role/index.md", /# unknown\\?-role\n/],
  ["guide/propose-a-change/index.md", /^# Propose a change\n/],
])("for machines there is %s", async (path, text) => {
  const answer = await fetch(`${site}${path}`);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toMatch(text);
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

test("each step leads to the form of a proposal with its name filled in", async () => {
  const { page, strangers } = await openPage(browser, site);
  await page.goto(blog);
  await page
    .locator(".steps > li:has(#keywords)")
    .getByRole("link", { name: "This step is wrong" })
    .press("Enter", { noWaitAfter: true });
  await expect.poll(() => strangers).toHaveLength(1);
  expect(Object.fromEntries(new URL(strangers[0] ?? "").searchParams)).toEqual({
    template: "propose-a-change.yml",
    title: "Change: Publish a blog post, Choose the keywords",
    process: "Publish a blog post",
    step: "Choose the keywords",
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

test("on a phone steps are folded but the one a link leads to, and on paper all stand open", async () => {
  const { page, errors } = await openPage(browser, site, { viewport: { width: 390, height: 844 } });
  const open = () =>
    page
      .locator(".step > details")
      .evaluateAll((all) =>
        all.flatMap((one) =>
          one instanceof HTMLDetailsElement && one.open ? [one.closest("li")?.querySelector("h3")?.id] : [],
        ),
      );
  await page.goto(`${blog}#images`);
  await expect.poll(open).toEqual(["images"]);
  await expect
    .poll(() =>
      page.locator("#images").evaluate((heading) => Math.round(heading.getBoundingClientRect().top)),
    )
    .toBeLessThan(400);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  expect((await open()).length).toBeGreaterThan(5);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.reload();
  expect((await open()).length).toBeGreaterThan(5);
  expect(await page.locator(".step > details > summary").first().isVisible()).toBe(false);
  expect(errors).toEqual([]);
  await page.context().close();
});
