import { gzipSync } from "node:zlib";
import { openBrowser } from "../../browser/open-browser.ts";

/** What one first visit of a page costs. */
export interface FirstVisit {
  /** Kilobytes by kind, each answer compressed with gzip. */
  readonly kilobytes: Readonly<Record<"html" | "script" | "style" | "font" | "other", number>>;
  readonly requests: number;
  /** Largest contentful paint in milliseconds, with the processor slowed down four times. */
  readonly paintMilliseconds: number;
  readonly layoutShift: number;
}

const kinds: Readonly<Record<string, keyof FirstVisit["kilobytes"]>> = {
  document: "html",
  script: "script",
  stylesheet: "style",
  font: "font",
};

/** Opens a page in a fresh Chromium on a processor four times slower, and weighs what it asks for. */
export async function firstVisit(address: string): Promise<FirstVisit> {
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const bytes = { html: 0, script: 0, style: 0, font: 0, other: 0 };
  const weighing: Promise<void>[] = [];
  page.on("response", (response) => {
    const kind = kinds[response.request().resourceType()] ?? "other";
    const isPacked = kind === "font";
    weighing.push(
      response.body().then(
        (body) => {
          bytes[kind] += isPacked ? body.length : gzipSync(body, { level: 9 }).length;
        },
        () => {},
      ),
    );
  });
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(observePaint);
  await page.goto(address, { waitUntil: "networkidle" });
  await page.waitForTimeout(500);
  await Promise.all(weighing);
  const { paint, shift } = (await page.evaluate("globalThis.seen")) as { paint: number; shift: number };
  await browser.close();
  const kilobytes = Object.fromEntries(
    Object.entries(bytes).map(([kind, size]) => [kind, Math.round(size / 100) / 10]),
  ) as FirstVisit["kilobytes"];
  return {
    kilobytes,
    requests: weighing.length,
    paintMilliseconds: Math.round(paint),
    layoutShift: Math.round(shift * 1000) / 1000,
  };
}

const observePaint = `globalThis.seen = { paint: 0, shift: 0 };
new PerformanceObserver((list) => { for (const entry of list.getEntries()) globalThis.seen.paint = entry.startTime; })
  .observe({ type: "largest-contentful-paint", buffered: true });
new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.seen.shift += entry.value; })
  .observe({ type: "layout-shift", buffered: true });`;
