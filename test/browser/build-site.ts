import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { hasErrors } from "../../core/problem.ts";
import { buildHandbook, openPageProgram, pageProgramFolder, readSettings } from "../../site/index.ts";
import { writeFiles } from "../site/bench/write-files.ts";
import { showcaseHandbook } from "../site/showcase-handbook.ts";
import { type FolderServer, serveFolder } from "./serve-folder.ts";
import { showcaseRuns } from "./showcase-runs.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the shipped handbook, under a base path. */
    site: string;
    /** Address of a handbook that holds everything a page can show, at the root, with runs. */
    showcase: string;
    /** Whether pages are rendered when they are asked for. */
    isLive: boolean;
  }
}

/** Builds both handbooks into a temporary folder and serves them while the tests run. */
export default async function buildSites(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "handrail-built-"));
  const showcase = join(folder, "showcase");
  writeFiles(showcase, showcaseHandbook());
  const runs = join(folder, "runs.json");
  await writeFile(runs, JSON.stringify(showcaseRuns()));
  const base = "/team/handbook/";
  const cache = { HANDRAIL_CACHE: join(folder, "cache") };
  await build(join(folder, "site"), {
    ...cache,
    HANDRAIL_BASE: base,
    HANDRAIL_SITE: "https://handbook.example",
  });
  await build(join(folder, "shown"), {
    HANDRAIL_HANDBOOK: showcase,
    HANDRAIL_RUNS: runs,
    ...cache,
  });
  const servers: FolderServer[] = [
    await serveFolder(join(folder, "site"), base),
    await serveFolder(join(folder, "shown"), "/"),
  ];
  project.provide("isLive", false);
  project.provide("site", servers[0]?.address ?? "");
  project.provide("showcase", servers[1]?.address ?? "");
  return async () => {
    await Promise.all(servers.map((server) => server.close()));
    await rm(folder, { recursive: true, force: true });
  };
}

async function build(output: string, environment: Readonly<Record<string, string>>): Promise<void> {
  const program = await openPageProgram(await pageProgramFolder());
  const settings = readSettings(environment, () => "2026-11-23T08:00:00Z");
  const { problems, broken } = await buildHandbook(program, settings, output, true);
  if (hasErrors(problems) || broken.length > 0) throw new Error(JSON.stringify([...problems, ...broken]));
}
