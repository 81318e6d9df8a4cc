import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** What holds for every handbook that somebody reads, however its pages came to be. */
const pages = ["date-planner", "every-page", "handbook", "journeys"].map(
  (name) => `test/browser/${name}.test.ts`,
);

export default defineConfig({
  test: {
    testTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    hookTimeout: 180_000,
    // Each page that axe reads keeps a core busy.
    maxConcurrency: 3,
    // Two files at a time even on two cores, as builds and browsers wait for each other; more where there are more.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      { extends: true, test: { name: "built", include: pages, globalSetup: ["test/browser/build-site.ts"] } },
      { extends: true, test: { name: "live", include: pages, globalSetup: ["test/browser/serve-live.ts"] } },
      { extends: true, test: { name: "ways", include: ["test/browser/**/*.test.ts"], exclude: pages } },
    ],
  },
});
