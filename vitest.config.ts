import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/browser/**", "test/package/**", "node_modules/**"],
    setupFiles: ["test/fixed-seed.ts"],
    // Half of the time went into loading the same modules for each file. Tests keep no state in them.
    isolate: false,
    testTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    hookTimeout: 60_000,
  },
});
