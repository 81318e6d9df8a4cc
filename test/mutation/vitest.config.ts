import { defineConfig } from "vitest/config";

/** The tests that mutation testing runs: those of the folders it changes, with properties tried less often. */
export default defineConfig({
  test: {
    include: ["test/core/{calendar,definition,plan,rules,holidays}/**/*.test.ts"],
    setupFiles: ["test/fixed-seed.ts"],
    env: { MOST_TRIES: "50" },
    testTimeout: 60_000,
  },
});
