import { spawn } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { loadavg } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { pageProgramFolder } from "../site/index.ts";
import { serveFolder } from "../test/browser/serve-folder.ts";
import { type FirstVisit, firstVisit } from "../test/site/bench/first-visit.ts";
import { generateHandbook } from "../test/site/bench/generate-handbook.ts";
import { plainStarlight } from "../test/site/bench/plain-starlight.ts";
import { saveToPage } from "../test/site/bench/save-to-page.ts";
import { writeFiles } from "../test/site/bench/write-files.ts";
import { bundle } from "./package/bundle.ts";
import { besidePrograms } from "./package/package-manifest.ts";

/**
 * Measures the handbook site on generated handbooks, beside plain Starlight on the same texts, in one run:
 * `node scripts/bench-site.ts [--counts 20,200,1000] [--without-starlight]`. Prints a table as Markdown.
 */
const { values } = parseArgs({
  options: {
    counts: { type: "string", default: "20,200,1000" },
    "without-starlight": { type: "boolean", default: false },
  },
});

interface Row {
  readonly what: string;
  /** How many processes the handbook holds. */
  readonly processes: number;
  readonly coldSeconds: number;
  readonly warmSeconds: number;
  /** From saving a file to the new page, where pages are served live; absent for plain Starlight. */
  readonly saveSeconds?: number;
  readonly visit: FirstVisit;
}

// Inside the repository, so that the packages are found from there.
const workshop = resolve(".cache/bench-site");
// Where many files were removed a moment ago, some disks are slow to make new ones, so the last bench goes at the end.
const before = `${workshop}-before`;
rmSync(before, { recursive: true, force: true });
if (existsSync(workshop)) renameSync(workshop, before);
// What a package brings, as users run it; it is made when Handrail is made, not when a handbook is built.
const program = await bundledProgram();
const rows: Row[] = [];
for (const count of values.counts.split(",").map(Number)) {
  rows.push(await measureHandbook(count));
  if (!values["without-starlight"]) rows.push(await measureStarlight(count));
}
process.stdout.write(table(rows));
rmSync(before, { recursive: true, force: true });

async function bundledProgram(): Promise<string> {
  const folder = join(workshop, "program");
  const programs = { handrail: "scripts/handrail.ts", "diagram-worker": "scripts/facts/diagram-worker.ts" };
  await bundle({ programs, folder, beside: besidePrograms, isOneFile: false });
  cpSync(await pageProgramFolder(), join(folder, "page-program"), { recursive: true });
  return join(folder, "handrail.js");
}

async function measureHandbook(count: number): Promise<Row> {
  const folder = join(workshop, `handbook-${count}`);
  const output = join(workshop, `handbook-${count}-site`);
  writeFiles(folder, generateHandbook(count, 1));
  const build = () =>
    timed([program, "build"], {
      HANDRAIL_HANDBOOK: folder,
      HANDRAIL_OUT: output,
      HANDRAIL_CACHE: join(workshop, `cache-${count}`),
    });
  const cold = await build();
  appendFileSync(join(folder, "events/process-1.mdx"), "\nOne more sentence.\n");
  const warm = await build();
  const visit = await visitBuilt(output, "processes/process-1/");
  const saveSeconds = await saveToPage(
    { HANDRAIL_HANDBOOK: folder, HANDRAIL_CACHE: join(workshop, `cache-${count}`) },
    join(folder, "events/process-1.mdx"),
    "processes/process-1/",
  );
  return { what: "Handrail", processes: count, coldSeconds: cold, warmSeconds: warm, saveSeconds, visit };
}

async function measureStarlight(count: number): Promise<Row> {
  const root = join(workshop, `starlight-${count}`);
  writeFiles(root, plainStarlight(generateHandbook(count, 1)));
  const build = () => timed(["node_modules/astro/bin/astro.mjs", "build", "--root", root], {});
  const cold = await build();
  appendFileSync(join(root, "src/content/docs/events/process-1.md"), "\nOne more sentence.\n");
  const warm = await build();
  const visit = await visitBuilt(join(root, "dist"), "events/process-1/");
  return { what: "plain Starlight", processes: count, coldSeconds: cold, warmSeconds: warm, visit };
}

async function visitBuilt(folder: string, path: string): Promise<FirstVisit> {
  const server = await serveFolder(folder, "/");
  try {
    return await firstVisit(`${server.address}${path}`);
  } finally {
    await server.close();
  }
}

function timed(command: readonly string[], environment: Readonly<Record<string, string>>): Promise<number> {
  const begun = performance.now();
  mkdirSync(workshop, { recursive: true });
  const child = spawn(process.execPath, [...command], {
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", ...environment },
    stdio: ["ignore", "ignore", "inherit"],
  });
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("exit", (code) => {
      if (code !== 0) return fail(new Error(`${command.join(" ")} ended with ${code}.`));
      return done((performance.now() - begun) / 1000);
    });
  });
}

function table(all: readonly Row[]): string {
  const head =
    "| site | processes | cold build s | after one edit s | save to page s | HTML kB | JS kB | CSS kB | font kB | other kB | LCP ms | CLS |";
  const lines = all.map(({ what, processes, coldSeconds, warmSeconds, saveSeconds, visit }) => {
    const { html, script, style, font, other } = visit.kilobytes;
    const cells = [
      what,
      processes,
      coldSeconds.toFixed(1),
      warmSeconds.toFixed(1),
      saveSeconds?.toFixed(2) ?? "–",
      html,
      script,
      style,
      font,
      other,
      visit.paintMilliseconds,
      visit.layoutShift,
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const load = loadavg()[0]?.toFixed(1) ?? "?";
  const notes = [
    "Kilobytes are gzip, of a first visit; LCP is of that visit, with the processor slowed down four times.",
    `Each build is timed once, so a busy machine shows. Its load at the end: ${load}.`,
  ].join("\n");
  return `${[head, `|${" --- |".repeat(12)}`, ...lines, "", notes].join("\n")}\n`;
}
