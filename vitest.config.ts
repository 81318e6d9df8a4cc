import { defineConfig } from "vitest/config";

const apart = ["test/browser/**", "test/package/**", "node_modules/**"];
/** What is tested there has no disk, network or clock, and keeps nothing that another file could come upon. */
const pure = "test/core/**/*.test.ts";

export default defineConfig({
  test: {
    server: { deps: { external: [/\/mermaid\/files\//] } },
    setupFiles: ["test/fixed-seed.ts"],
    // The process that hands out the files does little besides; one core less would be one worker less.
    maxWorkers: "100%",
    // No test asserts a time; this ends what hangs, and is far above what a slow machine needs.
    testTimeout: 240_000,
    expect: { poll: { timeout: 30_000 } },
    hookTimeout: 60_000,
    projects: [
      // Loading the core anew for each of its files would take a fifth of the time of its tests.
      { extends: true, test: { name: "core", include: [pure], isolate: false } },
      // Some files break modules on purpose, which must not reach the others.
      {
        extends: true,
        test: { name: "isolated", include: ["test/**/*.test.ts"], exclude: [...apart, pure] },
      },
    ],
  },
});
