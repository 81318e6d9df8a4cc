import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import type { RunsFile } from "../../core/metrics/index.ts";
import { hasErrors } from "../../core/problem.ts";
import { buildHandbook, openPageProgram, pageProgramFolder, readSettings } from "../../site/index.ts";
import { handbookOf } from "../builders.ts";
import { recordOf } from "../core/learning/histories.ts";
import { writeFiles } from "../site/bench/write-files.ts";
import { showcaseHandbook } from "../site/showcase-handbook.ts";
import { type FolderServer, serveFolder } from "./serve-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the shipped handbook, under a base path. */
    site: string;
    /** Address of a handbook that holds everything a page can show, at the root, with runs. */
    showcase: string;
  }
}

/** Builds both handbooks into a temporary folder and serves them while the tests run. */
export default async function buildSites(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "handrail-built-"));
  const showcase = join(folder, "showcase");
  writeFiles(showcase, showcaseHandbook());
  const base = "/team/handbook/";
  const cache = { HANDRAIL_CACHE: join(folder, "cache") };
  await build(join(folder, "site"), {
    ...cache,
    HANDRAIL_BASE: base,
    HANDRAIL_SITE: "https://handbook.example",
  });
  await build(join(folder, "shown"), {
    HANDRAIL_HANDBOOK: showcase,
    HANDRAIL_RUNS: await writeRuns(join(folder, "runs.json")),
    ...cache,
  });
  const servers: FolderServer[] = [
    await serveFolder(join(folder, "site"), base),
    await serveFolder(join(folder, "shown"), "/"),
  ];
  project.provide("site", servers[0]?.address ?? "");
  project.provide("showcase", servers[1]?.address ?? "");
  return async () => {
    await Promise.all(servers.map((server) => server.close()));
    await rm(folder, { recursive: true, force: true });
  };
}

/** The sample runs, and of the fair enough that are over to draw how long its steps take. */
async function writeRuns(path: string): Promise<string> {
  const sample = JSON.parse(await readFile("test/site/cases/runs.json", "utf8")) as RunsFile;
  const fair = handbookOf(showcaseHandbook()).processes.get("fair");
  if (!fair) throw new Error("The showcase has no fair.");
  const over = Array.from({ length: 6 }, (_, index) => ({
    ...recordOf(fair, {
      number: 900 + index,
      startedOn: "2025-11-03",
      anchorDate: "2026-03-02",
      days: (_step, given) => given + 2,
    }),
    revision: (index < 3 ? "a" : "b").repeat(40),
  }));
  await writeFile(path, JSON.stringify({ ...sample, runs: [...sample.runs, ...over] }));
  return path;
}

async function build(output: string, environment: Readonly<Record<string, string>>): Promise<void> {
  const program = await openPageProgram(await pageProgramFolder());
  const settings = readSettings(environment, () => "2026-11-23T08:00:00Z");
  const { problems, broken } = await buildHandbook(program, settings, output, true);
  if (hasErrors(problems) || broken.length > 0) throw new Error(JSON.stringify([...problems, ...broken]));
}
