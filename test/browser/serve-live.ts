import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import type { RunsFile } from "../../core/metrics/index.ts";
import { createLiveHandbook, openPageProgram, pageProgramFolder, readSettings } from "../../site/index.ts";
import { writeFiles } from "../site/bench/write-files.ts";
import { showcaseHandbook } from "../site/showcase-handbook.ts";
import { showcaseRuns } from "./showcase-runs.ts";

const now = () => "2026-11-23T08:00:00Z";
const base = "/team/handbook/";

/** Serves the handbooks that `build-site.ts` builds, with each page rendered when it is asked for. */
export default async function serveLive(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "handrail-live-"));
  const showcase = join(folder, "showcase");
  writeFiles(showcase, showcaseHandbook());
  const cache = { HANDRAIL_CACHE: join(folder, "cache") };
  const stops = [
    await serve({ ...cache, HANDRAIL_BASE: base, HANDRAIL_SITE: "https://handbook.example" }),
    await serve({ ...cache, HANDRAIL_HANDBOOK: showcase }, showcaseRuns()),
  ];
  project.provide("isLive", true);
  project.provide("site", `${stops[0]?.address}${base}`);
  project.provide("showcase", `${stops[1]?.address}/`);
  return async () => {
    for (const { stop } of stops) await stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function serve(environment: Readonly<Record<string, string>>, runs?: RunsFile) {
  const program = await openPageProgram(await pageProgramFolder());
  const live = await createLiveHandbook(program, readSettings(environment, now), {
    now,
    showsEverything: true,
    onProblem: (message) => {
      throw new Error(message);
    },
  });
  if (runs) await live.showRuns(runs);
  const server = createServer(live.handle);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      await live.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
