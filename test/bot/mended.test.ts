import { afterEach, beforeEach, expect, test } from "vitest";
import { blogPostForm, openWithBlogPost, type TestWorld } from "./world.ts";

let world: TestWorld;
let run: number;

beforeEach(async () => {
  ({ world, run } = await openWithBlogPost());
});
afterEach(async () => {
  expect(world.sandbox.defects()).toEqual([]);
  await world.close();
});

const statusComment = () => {
  const comment = world.sandbox.state.issues
    .get(run)
    ?.comments.find(({ body }) => body.includes("handrail:status"));
  if (!comment) throw new Error("There is no status comment.");
  return comment.id;
};
const stepsOf = async () =>
  (await world.issues()).filter(({ parent }) => parent === run).map(({ title, state }) => ({ title, state }));

test("a status comment that somebody changed is as it was at once", async () => {
  const before = await world.status(run);
  await world.as("demo-tom").editComment(statusComment(), "HACKED");
  expect(await world.status(run)).toBe(before);
});

test("a status comment that somebody deleted is written anew, with all that was done since the start", async () => {
  await world.as("demo-lena").close(2);
  await world.as("demo-ines").comment(3, "/due 2026-11-24 the figures come on Tuesday");
  const [before, steps] = [await world.status(run), await stepsOf()];
  expect(before).toContain("1 of 8 steps done");
  expect(before).toContain("the figures come on Tuesday");
  await world.as("demo-tom").deleteComment(statusComment());
  expect(await world.status(run)).toBe(before);
  expect(await stepsOf()).toEqual(steps);
  expect((await world.issue(3)).comments.join("\n")).not.toContain("Sorry");
});

test("a run whose status comment was deleted keeps what it was agreed to be, whatever its form says by then", async () => {
  const late = await world
    .as("demo-lena")
    .open("Publish a blog post: Late", blogPostForm("2026-11-20"), ["handrail:run"]);
  await world.as("demo-lena").comment(late, "/go");
  run = late;
  await world.as("demo-tom").edit(late, blogPostForm("2027-02-26", { "Topic or working title": "Roads" }));
  const before = await world.issue(late);
  expect(await world.status(late)).toContain("`2026-11-20` → `2027-02-26`");
  await world.as("demo-tom").deleteComment(statusComment());
  const after = await world.issue(late);
  expect(await world.status(late)).toBe(before.comments[0]?.replace(/^handrail\[bot\]: /, ""));
  const notice = after.comments.filter((comment) => comment.includes("Somebody has deleted the comment"));
  expect(notice).toHaveLength(1);
  expect(after.comments.filter((comment) => !notice.includes(comment)).toSorted()).toEqual(
    before.comments.toSorted(),
  );
});

test("a run whose status comment was deleted stays cancelled", async () => {
  await world.as("demo-lena").comment(run, "/cancel the launch is off");
  await world.as("demo-tom").deleteComment(statusComment());
  await world.sweep();
  expect(await world.issue(run)).toMatchObject({ state: "closed", stateReason: "not_planned" });
  expect(await world.status(run)).toContain("cancelled");
});

test("the label that runs are found by is put back", async () => {
  await world.as("demo-tom").unlabel(run, "handrail:run");
  expect((await world.issue(run)).labels).toContain("handrail:run");
});
