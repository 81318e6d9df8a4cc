import { mkdirSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** The browser the tests run in; `CHROMIUM` names another than Debian's. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** What went wrong on a page without anybody seeing it. */
export interface Watched {
  readonly page: Page;
  /** Errors of scripts, and of the Content-Security-Policy, as the console tells them. */
  readonly errors: string[];
  /** Addresses of other hosts that were asked for; none of them is answered. */
  readonly strangers: string[];
}

/** A page of its own that lets no request out to another host than `site`'s, and keeps a list of errors. */
export async function openPage(
  browser: Browser,
  site: string,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  const strangers: string[] = [];
  const { host } = new URL(site);
  await page.route("**/*", (route) => {
    const url = new URL(route.request().url());
    if (url.host === host || url.protocol === "data:" || url.protocol === "blob:") return route.continue();
    strangers.push(url.href);
    return route.abort();
  });
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  return { page, errors, strangers };
}

/** Stops the clock of `page`, so that what shows for a moment stays until `page.clock` goes on. */
export async function stopClock(page: Page): Promise<void> {
  await page.clock.install({ time: "2026-11-23T09:00:00Z" });
  await page.clock.pauseAt("2026-11-23T09:00:01Z");
}

/** Keeps a picture of a page beside the test results. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(".artifacts/screenshots", { recursive: true });
  await page.screenshot({ path: `.artifacts/screenshots/${name}.png`, fullPage: true });
}
