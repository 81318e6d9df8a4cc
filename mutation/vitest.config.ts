import { defineConfig } from "vitest/config";

/** The folders whose tests run for each mutant: those that hold the mutated one are enough, and much faster than all. */
const folders = process.env["TEST_FOLDERS"] ?? "calendar,definition,holidays,plan,rules";

/** The tests that mutation testing runs, with properties tried less often. */
export default defineConfig({
  test: {
    include: folders.split(",").map((folder) => `test/core/${folder}/**/*.test.ts`),
    setupFiles: ["test/fixed-seed.ts"],
    env: { MOST_TRIES: "50" },
    testTimeout: 60_000,
  },
});
