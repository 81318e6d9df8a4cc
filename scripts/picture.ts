import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openBrowser } from "../test/browser/open-browser.ts";
import { startHandrail } from "./start-handrail.ts";

/**
 * Takes the README's picture anew: `npm run picture`. On its left is the page of a process, on its right a run of it on the
 * local GitHub, both as `npm start` shows them.
 */
const work = mkdtempSync(join(tmpdir(), "handrail-picture-"));
const handrail = await startHandrail({
  port: 0,
  handbookFolder: "processes",
  workFolder: join(work, "cache"),
  now: "2026-12-15T09:00:00Z",
  onProblem: (message) => console.error(message),
});
const browser = await openBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1050, height: 1000 }, deviceScaleFactor: 2 });
  const left = await pictureOf(page, "processes/publish-blog-post/", "#_flow");
  await startRun(page);
  await page.setViewportSize({ width: 700, height: 1000 });
  const run = `github${new URL(page.url()).pathname.split("/github")[1]}`;
  const right = await pictureOf(page, run, "text=Sub-issues");
  // A page of its own: the handbook's allows no styles but its own.
  const frame = await browser.newPage({ viewport: { width: 1480, height: 860 } });
  await frame.setContent(sideBySide(left, right));
  await frame.screenshot({ path: "docs/images/handrail.png" });
} finally {
  await browser.close();
  await handrail.close();
  rmSync(work, { recursive: true });
}

async function startRun(page: Page): Promise<void> {
  await page.goto(`${handrail.url}/processes/publish-blog-post/`);
  await page.locator('input[name="anchor-date"]').first().fill("2027-01-29");
  await page.getByRole("button", { name: "Start this process" }).first().click();
  await page.getByLabel("Topic or working title").fill("How to choose a CRM");
  await page.getByRole("button", { name: /Submit|Create/ }).click();
  await page.waitForURL(/\/issues\/\d+/);
  for (const end = Date.now() + 60_000; Date.now() < end; await page.waitForTimeout(500)) {
    await page.reload();
    if ((await page.getByText(/0 of 8 steps/).count()) > 0) return;
  }
  throw new Error("The run has not begun within a minute.");
}

/** What one sees of a page from a place on, as the address of a picture. */
async function pictureOf(page: Page, path: string, from: string): Promise<string> {
  await page.goto(`${handrail.url}/${path}`);
  await page
    .locator(from)
    .first()
    .evaluate((element) => element.scrollIntoView({ block: "start" }));
  await page.waitForTimeout(1500);
  return `data:image/png;base64,${(await page.screenshot()).toString("base64")}`;
}

function sideBySide(left: string, right: string): string {
  const frame = "border-radius:12px;box-shadow:0 8px 30px #0002;display:block;height:800px";
  return `<body style="margin:30px;background:#e7ece9;display:flex;gap:20px">
    <img style="${frame}" src="${left}"><img style="${frame}" src="${right}">`;
}
