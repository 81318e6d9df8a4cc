import { afterEach, beforeEach, expect, test } from "vitest";
import { articleHandbook, formBody, openTestWorld, type TestWorld } from "./world.ts";

/*
 * The label of a run is for runs. Whoever puts it on a step makes none of it: what is written there is answered by the run that the
 * step belongs to, and by nobody else.
 */

let world: TestWorld;
let run: number;
let step: number;

beforeEach(async () => {
  world = await openTestWorld({
    now: "2026-11-02T09:00:00Z",
    files: articleHandbook([
      "id: draft, title: Write the draft, role: author, due: -5d",
      "id: publish, title: Publish, role: editor, due: 0d",
    ]),
  });
  const body = formBody({ Process: "article", "Publish date": "2027-01-29", People: "" });
  run = await world.as("demo-lena").open("Article: Rails", body, ["handrail:run"]);
  step = await world.numberOf("Write the draft");
  await world.as("demo-jonas").label(step, "handrail:run");
});
afterEach(async () => {
  expect(world.sandbox.defects()).toEqual([]);
  await world.close();
});

test("a step with the label of a run is obeyed as a step, at once", async () => {
  await world.as("demo-jonas").comment(step, "/done It went well");
  expect(await world.issue(step)).toMatchObject({ state: "closed", stateReason: "completed" });
  expect(await world.status(run)).toContain("1 of 2 steps done");
});

test("a look at it as a run says and changes nothing", async () => {
  const before = await world.issue(step);
  await world.as("demo-jonas").comment(step, "/help");
  const answered = await world.issue(step);
  expect(answered.comments.length).toBe(before.comments.length + 2);
  await world.lookAlone(step);
  expect(await world.issue(step)).toEqual(answered);
  expect(answered.comments.join()).not.toContain("This run has not begun");
});
