/**
 * Mutation testing of the calculating core: `npm run mutation`, or one folder at a time with
 * `TEST_FOLDERS=calendar,holidays npm run mutation -- --mutate "core/calendar/**\/*.ts"`. Only the tests of the core are
 * run, of the folders named.
 * @type {import("@stryker-mutator/api/core").PartialStrykerOptions}
 */
export default {
  mutate: ["core/calendar/**/*.ts", "core/plan/**/*.ts", "core/definition/**/*.ts", "!core/**/index.ts"],
  testRunner: "vitest",
  vitest: { configFile: "mutation/vitest.config.ts", related: true },
  coverageAnalysis: "perTest",
  concurrency: 2,
  ignoreStatic: true,
  incremental: true,
  incrementalFile: ".cache/stryker/incremental.json",
  tempDirName: ".cache/stryker/sandbox",
  ignorePatterns: [".artifacts", ".cache", "dist"],
  reporters: ["clear-text", "progress"],
  thresholds: { high: 90, low: 80, break: null },
};
