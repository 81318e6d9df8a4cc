import { defineConfig } from "vitest/config";

const apart = ["test/browser/**", "test/package/**", "node_modules/**"];
/** They put other modules in the place of some, which must not reach the others. */
const alone = ["test/faults/broken-on-purpose.test.ts", "test/site/diagram/draw-mermaid.test.ts"];

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
      // Loading everything anew for each file would take a fifth of the time.
      {
        extends: true,
        test: {
          name: "shared",
          include: ["test/**/*.test.ts"],
          exclude: [...apart, ...alone],
          isolate: false,
        },
      },
      { extends: true, test: { name: "alone", include: alone } },
    ],
  },
});
