import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/browser/**/*.test.ts"],
    globalSetup: ["test/browser/build-site.ts"],
    testTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    hookTimeout: 180_000,
    // Each page that axe reads keeps a core busy.
    maxConcurrency: 3,
    // Two files at a time even on two cores, as builds and browsers wait for each other; more where there are more.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
