import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { metricDefinitions } from "../../bot/watch/metrics.ts";

const page = readFileSync("docs/operating.md", "utf8");
const dockerfile = readFileSync("deploy/Dockerfile", "utf8");

test("operators find every metric explained, and none that is not there", () => {
  const told = [...page.matchAll(/^\| (`(?:handrail|process)_[^|]*) \|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
  );
  expect(told.toSorted()).toEqual(Object.keys(metricDefinitions).toSorted());
});

test("operators find every setting the server reads", () => {
  const source = readFileSync("bot/serving/read-settings.ts", "utf8");
  const read = [...source.matchAll(/(?:env\["|env, ")([A-Z_]+)"/g)].map(([, name]) => name);
  expect(read.length).toBeGreaterThan(8);
  for (const name of read) expect(page).toContain(`\`${name}\``);
});

test("the image holds what the server is made of, runs without root, and starts Node itself", () => {
  expect(dockerfile).toMatch(/^COPY core /m);
  expect(dockerfile).toMatch(/^COPY bot /m);
  expect(dockerfile).toMatch(/^USER node$/m);
  expect(dockerfile).toMatch(/^CMD \["node", "bot\/server.ts"\]$/m);
});
