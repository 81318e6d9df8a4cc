import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { serveFolder } from "./serve-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the built handbook, with its base path. */
    site: string;
  }
}

const run = promisify(execFile);
const base = "/team/handbook/";

/** Builds the shipped handbook under a base path into a temporary folder and serves it while the tests run. */
export default async function buildSite(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "handrail-site-"));
  await run(process.execPath, ["node_modules/astro/bin/astro.mjs", "build"], {
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: "1",
      HANDRAIL_OUT: folder,
      HANDRAIL_BASE: base,
      HANDRAIL_SITE: "https://handbook.example",
      HANDRAIL_NOW: "2026-11-23T08:00:00Z",
    },
    maxBuffer: 1 << 26,
  });
  const server = await serveFolder(folder, base);
  project.provide("site", server.address);
  return async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
}
