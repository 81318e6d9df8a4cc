import { afterEach, beforeEach, expect, test } from "vitest";
import { articleHandbook, formBody, openTestWorld, type TestWorld } from "./world.ts";

/*
 * The last step of a run is over, and somebody puts one more below it. Reads may lag behind that, with their lists and their events; only
 * the webhook names the step. A run that ends without it has an end that cannot be unsaid.
 */

let world: TestWorld;
let run: number;
let flowers: number;

beforeEach(async () => {
  world = await openTestWorld({
    now: "2026-11-02T09:00:00Z",
    files: articleHandbook(["id: draft, title: Write the draft, role: author, due: 0d"]),
  });
  const body = formBody({ Process: "article", "Publish date": "2027-01-29", People: "" });
  run = await world.as("demo-lena").open("Article: Rails", body, ["handrail:run"]);
  flowers = await world.as("demo-jonas").open("Buy flowers", "Red ones.");
  world.sandbox.addFaults([{ kind: "webhook", effect: "lose", times: null }]);
  await world.as("demo-jonas").close(await world.numberOf("Write the draft"));
  world.sandbox.clearFaults();
});
afterEach(async () => {
  expect(world.sandbox.defects()).toEqual([]);
  await world.close();
});

test.each([1, 2, 4])("the run goes on with it where %i reads in a row do not show it", async (times) => {
  world.sandbox.addFaults([{ kind: "graphql", operation: "viewer", effect: "lag", writes: 1, times }]);
  await world.as("demo-jonas").addSubIssue(run, flowers);
  expect(await world.issue(run)).toMatchObject({ state: "open" });
  // Whoever watches the run gets a mail of each closing, also of one that is taken back.
  expect(world.sandbox.calls().map(({ operation }) => operation)).not.toContain("closeIssue");
  expect(await world.status(run)).toContain(`#${flowers}`);
});

test("the run ends where it is taken off again", async () => {
  await world.as("demo-jonas").addSubIssue(run, flowers);
  await world.as("demo-jonas").removeSubIssue(run, flowers);
  expect(await world.issue(run)).toMatchObject({ state: "closed" });
});
