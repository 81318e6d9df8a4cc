import { afterEach, beforeEach, expect, test } from "vitest";
import { articleHandbook, formBody, openTestWorld, type TestWorld } from "./world.ts";

let world: TestWorld;
let run: number;

beforeEach(async () => {
  world = await openTestWorld({
    now: "2026-11-02T09:00:00Z",
    files: articleHandbook([
      "id: draft, title: Draft, role: author, due: -5d",
      "id: publish, title: Publish, role: author, due: 0d",
    ]),
  });
  run = await world
    .as("demo-jonas")
    .open("An article", formBody({ Process: "article", "Publish date": "2026-12-18", People: "" }), [
      "handrail:run",
    ]);
});
afterEach(async () => {
  expect(world.sandbox.defects()).toEqual([]);
  await world.close();
});

test("300 comments of a visitor, all read at once: one answer, a bounded number of requests, and the run goes on", async () => {
  world.sandbox.addFaults([{ kind: "webhook", effect: "lose", times: 300 }]);
  const line = (index: number) =>
    Array.from({ length: 12 }, (_, at) => `/hand-to @n${index}-${at} I can`).join("\n\n");
  for (let index = 0; index < 300; index += 1) await world.as("visitor").comment(run + 1, line(index));
  const [calls, written] = [world.sandbox.calls().length, world.written()];
  await world.sweep();
  const answers = (await world.issue(run + 1)).comments.filter((text) => text.includes("@visitor,"));
  expect(answers.length).toBeLessThanOrEqual(1);
  expect(world.sandbox.calls().length - calls).toBeLessThan(60);
  await world.sweep();
  const after = world.written();
  await world.sweep();
  expect(world.written()).toBe(after);
  expect(after - written).toBeLessThan(320);
  await world.as("demo-jonas").close(run + 1);
  expect(await world.status(run)).toContain("1 of 2 steps done");
});
