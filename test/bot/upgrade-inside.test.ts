import { afterEach, beforeEach, expect, test } from "vitest";
import { formBody, launchHandbook, openTestWorld, type TestWorld } from "./world.ts";

/** A launch whose article is a run of its own: Jonas writes it, Sofia approves it, Lena answers for articles. */
const files = (approver: string) =>
  launchHandbook({
    launch: [
      "id: article, title: Publish the article, kind: process, process: article, role: editor, due: 0d",
    ],
    article: [
      "id: draft, title: Write the draft, role: author, due: -5d",
      `id: judge, title: Approve the draft, kind: approval, approvers: [${approver}], approves: draft, due: -2d`,
      "id: publish, title: Publish, role: author, due: 0d",
    ],
  });
const article = "content/article.mdx";

let world: TestWorld;
let child: number;

beforeEach(async () => {
  world = await openTestWorld({ now: "2026-11-02T09:00:00Z", files: files("lead") });
  const body = formBody({ Process: "launch", "Launch date": "2027-01-29", People: "" });
  await world.as("demo-lena").open("Launch: Rails", body, ["handrail:run"]);
  child = await world.numberOf("Publish the article");
  await world.as("demo-jonas").close(await world.numberOf("Write the draft"));
});
afterEach(async () => {
  expect(world.sandbox.defects()).toEqual([]);
  await world.close();
});
const judge = async () => world.issue(await world.numberOf("Approve the draft"));

test("a run inside another one moves to a text with another approver by whoever answers for it, not by who did the work", async () => {
  await world.commit(article, files("author").get(article) ?? "");
  for (const line of ["/upgrade", "/go"]) await world.as("demo-jonas").comment(child, line);
  expect((await judge()).assignees).toEqual(["demo-sofia"]);
  await world.as("demo-jonas").comment(await world.numberOf("Approve the draft"), "/approve");
  expect((await judge()).state).toBe("open");
  for (const line of ["/upgrade", "/go"]) await world.as("demo-lena").comment(child, line);
  expect((await world.issue(child)).comments.at(-1)).toContain("has moved this run");
  await world.as("demo-jonas").comment(await world.numberOf("Approve the draft"), "/approve");
  expect((await judge()).state).toBe("open");
});
