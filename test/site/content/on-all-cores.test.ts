import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { onAllCores } from "../../../site/content/on-all-cores.ts";

const workThrough = pathToFileURL("site/content/work-through.ts").href;
const twice = (sources: readonly number[]) => sources.map((each) => each * 2);
const worker = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
const doubling = worker(
  `import { workThrough } from "${workThrough}"; workThrough((all) => all.map((each) => each * 2));`,
);

test.each([0, 1, 40, 41, 60, 999])("%i sources are worked through in the order given", async (count) => {
  const sources = Array.from({ length: count }, (_, index) => index);
  expect(await onAllCores(sources, doubling, undefined, twice)).toEqual(twice(sources));
});

test.each([
  ["throws", "throw new Error('lost')", "lost"],
  ["gives up", "process.exit(3)", "A worker gave up, code 3."],
])("a worker that %s is heard of", async (_what, code, message) => {
  const sources = Array.from({ length: 100 }, (_, index) => index);
  await expect(onAllCores(sources, worker(code), undefined, twice)).rejects.toThrow(message);
});
