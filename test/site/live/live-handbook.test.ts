import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunsFile } from "../../../core/metrics/index.ts";
import {
  createLiveHandbook,
  type LiveHandbook,
  openPageProgram,
  pageProgramFolder,
  readSettings,
} from "../../../site/index.ts";
import { writeFiles } from "../bench/write-files.ts";
import { showcaseHandbook } from "../showcase-handbook.ts";

const base = "/team/";
const folder = mkdtempSync(join(tmpdir(), "handrail-live-"));
const handbook = join(folder, "handbook");
const problems: string[] = [];
let now = "2026-11-23T08:00:00Z";
let live: LiveHandbook;
let server: Server;
let address = "";

beforeAll(async () => {
  const files = new Map(showcaseHandbook());
  files.set(
    "handbook.yml",
    `theme: { accent: "#7a1fa2", stylesheet: own.css }\n${files.get("handbook.yml")}`,
  );
  files.set("events/fair.mdx", `${files.get("events/fair.mdx")}\nSee [the plan](plan.pdf).\n`);
  files.set("events/plan.pdf", "plan");
  files.set("events/other.pdf", "other");
  writeFiles(handbook, files);
  writeFileSync(join(handbook, "own.css"), ".lead { font-style: italic }");
  const settings = readSettings(
    { HANDRAIL_HANDBOOK: handbook, HANDRAIL_CACHE: join(folder, "cache"), HANDRAIL_BASE: base },
    () => now,
  );
  const program = await openPageProgram(await pageProgramFolder());
  live = await createLiveHandbook(program, settings, {
    now: () => now,
    showsEverything: true,
    onProblem: (message) => problems.push(message),
  });
  server = createServer(live.handle);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await live?.close();
  server?.closeAllConnections();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, options: RequestInit = {}) =>
  fetch(`${address}${base}${path}`, { redirect: "manual", ...options });
/** The status for a request target as it is, which no address can say. */
const statusOf = (target: string) =>
  new Promise<number | undefined>((done, fail) => {
    const { port } = server.address() as AddressInfo;
    const asked = request({ host: "127.0.0.1", port, path: target }, (answer) => {
      answer.resume();
      done(answer.statusCode);
    });
    asked.once("error", fail).end();
  });
const textOf = async (path: string) => (await get(path)).text();

describe("a handbook that is served live", () => {
  test.each([
    ["", 200, "text/html"],
    ["processes/fair/", 200, "text/html"],
    ["guide/reading/", 200, "text/html"],
    ["processes/fair/plan.ics", 200, "text/calendar"],
    ["processes/fair/index.md", 200, "text/markdown"],
    ["a-z/index.md", 200, "text/markdown"],
    ["planner.json", 200, "application/json"],
    ["changes.xml", 200, "application/xml"],
    ["favicon.svg", 200, "image/svg+xml"],
    ["mermaid/mermaid.esm.min.mjs", 200, "text/javascript"],
    ["pagefind/pagefind.js", 200, "text/javascript"],
    ["brand/own.css", 200, "text/css"],
    ["brand/accent.css", 200, "text/css"],
    ["brand/absences.yml", 404, "text/html"],
    ["files/events/plan.pdf", 200, "application/pdf"],
    ["files/events/other.pdf", 404, "text/html"],
    ["files/absences.yml", 404, "text/html"],
    ["processes/nothing/", 404, "text/html"],
    ["processes/constructor/", 404, "text/html"],
  ])("answers /%s with %i and %s", async (path, status, type) => {
    const answer = await get(path);
    expect([answer.status, answer.headers.get("content-type")?.split(";")[0]]).toEqual([status, type]);
  });

  test("asks for everything under its base path", async () => {
    const html = await textOf("");
    const addresses = [...html.matchAll(/ (?:href|src)="(\/[^"]*)"/g)].map(([, href]) => href ?? "");
    expect(addresses.length).toBeGreaterThan(20);
    expect(addresses.filter((href) => !href.startsWith(base))).toEqual([]);
    const script = /src="\/team\/(_astro\/[^"]+\.js)"/.exec(html)?.[1] ?? "";
    expect((await get(script)).status).toBe(200);
  });

  test("leads a page without its last slash to the page", async () => {
    const answer = await get("processes/fair");
    expect([answer.status, answer.headers.get("location")]).toEqual([308, "fair/"]);
  });

  test.each([
    "//",
    "/nowhere",
    "http://",
    "*",
    "/team/%",
    "/team/../../package.json",
    "/team/%2e%2e/%2e%2e/package.json",
    "/team/..%2f..%2fpackage.json",
    "/team/pagefind/..%2f..%2f..%2fcache",
    "/team/_astro/%00",
  ])("gives nothing to the target %s, and lives on", async (target) => {
    expect(await statusOf(target)).toBe(404);
    expect((await get("")).status).toBe(200);
  });

  test("takes nothing but questions", async () => {
    expect((await get("", { method: "POST", body: "x" })).status).toBe(405);
  });

  test("tells an open page whether it is as it was", async () => {
    const html = await textOf("processes/fair/");
    const page = / data-page="([^"]+)"/.exec(html)?.[1] ?? "";
    const asked = await get("processes/fair/", { headers: { "If-None-Match": `"${page}"` } });
    expect(asked.status).toBe(304);
  });

  test("follows its files, and tells open pages", async () => {
    const answer = await get("live-events");
    const events = answer.body?.getReader();
    await events?.read();
    const file = join(handbook, "events/fair.mdx");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace(/^title: .*$/m, "title: Build a booth"));
    await events?.read();
    expect(await textOf("processes/fair/")).toContain("Build a booth");
    await events?.cancel();
    writeFileSync(file, text);
    await expect.poll(() => textOf("processes/fair/")).not.toContain("Build a booth");
  });

  test("shows the last sound state while a file has a mistake, and says what is wrong", async () => {
    const file = join(handbook, "events/fair.mdx");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace(/^title: .*$/m, "title:"));
    await expect.poll(() => problems.join("\n")).toMatch(/events\/fair\.mdx:\d+:\d+ error .* missing-field/);
    expect((await get("processes/fair/")).status).toBe(200);
    writeFileSync(file, text);
  });

  test("shows runs as they stand", async () => {
    const runs = JSON.parse(readFileSync("test/site/cases/runs.json", "utf8")) as RunsFile;
    const [run] = runs.runs;
    expect(await textOf("dashboard/")).not.toContain(run?.title);
    await live.showRuns(runs);
    expect(await textOf("dashboard/")).toContain(run?.title);
  });

  test("is of the day that is", async () => {
    const dayOf = async () =>
      (JSON.parse(await textOf("planner.json")) as { calendar: { holidays: object } }).calendar.holidays;
    const before = Object.keys(await dayOf());
    now = "2027-11-23T08:00:00Z";
    expect(Object.keys(await dayOf())).not.toEqual(before);
  });
});
