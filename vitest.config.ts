import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/browser/**", "test/package/**", "node_modules/**"],
    server: { deps: { external: [/\/mermaid\/files\//] } },
    setupFiles: ["test/fixed-seed.ts"],
    // Some files break modules on purpose, which must not reach the others.
    isolate: true,
    // The process that hands out the files does little besides; one core less would be one worker less.
    maxWorkers: "100%",
    // No test asserts a time; this ends what hangs, and is far above what a slow machine needs.
    testTimeout: 240_000,
    expect: { poll: { timeout: 30_000 } },
    hookTimeout: 60_000,
  },
});
