import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
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

const run = promisify(execFile);

/** Builds both handbooks into a temporary folder and serves them while the tests run. */
export default async function buildSites(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "handrail-built-"));
  const showcase = join(folder, "showcase");
  writeFiles(showcase, showcaseHandbook());
  const base = "/team/handbook/";
  await build(join(folder, "site"), { HANDRAIL_BASE: base, HANDRAIL_SITE: "https://handbook.example" });
  await build(join(folder, "shown"), {
    HANDRAIL_HANDBOOK: showcase,
    HANDRAIL_RUNS: "test/site/cases/runs.json",
    HANDRAIL_CACHE: join(folder, "cache"),
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

async function build(output: string, environment: Readonly<Record<string, string>>): Promise<void> {
  await run(process.execPath, ["site/build.ts"], {
    env: {
      ...process.env,
      HANDRAIL_OUT: output,
      HANDRAIL_NOW: "2026-11-23T08:00:00Z",
      ...environment,
    },
    maxBuffer: 1 << 26,
  });
}
