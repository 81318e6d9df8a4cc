import { defineConfig } from "vitest/config";

/** What is published, tried as others get it: packed, installed, and run on the Node that NODES names, this one at first. */
export default defineConfig({
  test: {
    include: ["test/package/**/*.test.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: "100%",
  },
});
