import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openBrowser, openPage } from "./open-browser.ts";

const showcase = inject("showcase");
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Somebody on a page, whose deeds are counted: a choice, a click, or words that are typed and sent. */
class Visitor {
  deeds = 0;
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async follow(name: string | RegExp): Promise<void> {
    this.deeds += 1;
    await this.page
      .getByRole("link", { name, exact: typeof name === "string" })
      .first()
      .click();
  }

  async iAm(name: string): Promise<void> {
    this.deeds += 1;
    await this.page.getByLabel("I am", { exact: true }).selectOption({ label: name });
  }

  /** Opens the search, types and takes the first find, which takes the keyboard alone. */
  async search(words: string, found: string): Promise<void> {
    this.deeds += 2;
    await this.page.keyboard.press("/");
    await this.page.keyboard.type(words);
    await this.page.locator("#search-results li").filter({ hasText: found }).first().waitFor();
    await this.page.keyboard.press("Enter");
    await this.page.waitForURL((url) => url.pathname !== "/");
  }

  sees(selector: string, words: string | RegExp): Promise<void> {
    return this.page.locator(selector).filter({ hasText: words }).first().waitFor();
  }
}

/** What somebody wants to know or do, in how many deeds from the home page, and how. */
const journeys: readonly (readonly [string, number, (visitor: Visitor) => Promise<void>])[] = [
  [
    "my work as an author",
    1,
    async (visitor) => {
      await visitor.iAm("Author <script>alert(1)</script>");
      await visitor.sees("[data-me-lists] th", /demo-jonas/);
    },
  ],
  [
    "what is late, and who is on it",
    1,
    async (visitor) => {
      await visitor.follow("Calendar");
      await visitor.sees(".due-list:first-of-type tr[data-late]", "demo-");
    },
  ],
  [
    "who is waited for longest",
    1,
    async (visitor) => {
      await visitor.follow("Dashboard");
      await visitor.sees("section:has(#awaited) tr", /demo-\w+.*\d+ days?/s);
    },
  ],
  [
    "who stands in for Jonas, and when",
    2,
    async (visitor) => {
      await visitor.search("who replaces jonas?", "demo-jonas");
      await visitor.sees(".facts div", /Who stands in\s*demo-lena/);
      await visitor.sees(".facts div", "Mon 11 Jan");
    },
  ],
  [
    "what I am due this week",
    1,
    async (visitor) => {
      await visitor.iAm("demo-jonas");
      await visitor.sees("[data-me-lists] h3", "Due this week");
    },
  ],
  [
    "how long the last fair took",
    2,
    async (visitor) => {
      await visitor.search("fair", "Go to a trade fair");
      await visitor.sees(
        ".questions div",
        /How long did it take last time\?\s*\d+ business days, \d+ planned/,
      );
    },
  ],
  [
    "where a run of it stands",
    1,
    async (visitor) => {
      await visitor.page.locator(".running a").first().waitFor();
      await visitor.follow(/^Go to a trade fair: /);
      await visitor.sees("svg.flow .flow-stands", /done|can begin|late/);
    },
  ],
  [
    "to change the third step of the fair",
    3,
    async (visitor) => {
      await visitor.search("build the booth or rent it", "Build the booth or rent it?");
      const link = visitor.page
        .locator(".steps > li:has(#decide)")
        .getByRole("link", { name: "This step is wrong" });
      expect(await link.getAttribute("href")).toContain("step=Build");
      visitor.deeds += 1;
    },
  ],
  [
    "a fair for the 10th of March",
    3,
    async (visitor) => {
      await visitor.search("fair", "Go to a trade fair");
      visitor.deeds += 1;
      await visitor.page.locator(".start [data-plan-date]").fill("2027-03-10");
      await visitor.page.locator(".start [data-plan-date]").dispatchEvent("change");
      await visitor.sees("[data-plan-intro]", "Wednesday 10 March 2027");
    },
  ],
  [
    "the processes that need IT",
    2,
    async (visitor) => {
      await visitor.search("processes that need IT", "IT");
      await visitor.sees(".department-processes h3", "Go to a trade fair");
    },
  ],
];

test.each(journeys)("from home to %s is no more than %i deeds", async (_what, most, go) => {
  const { page, errors, strangers } = await openPage(browser, showcase);
  await page.clock.setFixedTime(new Date("2026-11-23T09:00:00Z"));
  await page.goto(showcase);
  const visitor = new Visitor(page);
  await go(visitor);
  expect(visitor.deeds).toBeLessThanOrEqual(most);
  expect([...errors, ...strangers]).toEqual([]);
  await page.context().close();
});
