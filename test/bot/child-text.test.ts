import { afterEach, beforeEach, expect, test } from "vitest";
import { formBody, launchHandbook, openTestWorld, type TestWorld } from "./world.ts";

/** A launch whose article is a run of its own, with a run for its pictures inside: Jonas does both, Sofia judges the article as a whole. */
const files = launchHandbook({
  launch: [
    "id: article, title: Publish the article, kind: process, process: article, role: editor, due: 0d",
    "id: judge, title: Judge the article, kind: approval, approvers: [lead], approves: article, due: +5d",
    "id: party, title: Celebrate, role: lead, due: +10d",
  ],
  article: [
    "id: draft, title: Write the draft, role: author, due: -5d",
    "id: pictures, title: Make pictures, kind: process, process: pictures, role: author, due: 0d",
  ],
  others: {
    "content/pictures.mdx": `---
title: Pictures
summary: From an idea to a picture.
outcome: They are there.
trigger: An article needs one.
owner: editor
steps:
  - { id: photo, title: Take the photo, role: author, due: 0d }
---
`,
  },
});

let world: TestWorld;
let run: number;
let judge: number;

beforeEach(async () => {
  world = await openTestWorld({ now: "2026-11-02T09:00:00Z", files });
  const form = formBody({ Process: "launch", "Launch date": "2027-01-29", People: "" });
  run = await world.as("demo-lena").open("Launch: Rails", form, ["handrail:run"]);
  await world.as("demo-lena").comment(run, "/go");
  for (const title of ["Write the draft", "Take the photo"])
    await world.as("demo-jonas").close(await world.numberOf(title));
  judge = await world.numberOf("Judge the article");
});
afterEach(async () => {
  expect(world.sandbox.defects()).toEqual([]);
  await world.close();
});

/** The clock goes on between what two people do. */
const later = () => world.setClock(new Date(Date.parse(world.now()) + 60_000).toISOString());
const approve = async () => world.as("demo-sofia").comment(judge, "/approve");
const isApproved = async () => (await world.issue(judge)).state === "closed";
const loseWebhooks = () => world.sandbox.addFaults([{ kind: "webhook", effect: "lose", times: null }]);
const edit = async (title: string) => {
  const issue = await world.numberOf(title);
  await world.as("demo-jonas").edit(issue, `${(await world.issue(issue)).body}\n\nIt costs a million.`);
};
const said = async () => (await world.issue(judge)).comments.join("\n");

test.each([
  ["of a run that was judged", "Write the draft"],
  ["of a run within the run that was judged", "Take the photo"],
])("a text %s, changed after the approval, is asked about again", async (_, title) => {
  later();
  await approve();
  expect(await isApproved()).toBe(true);
  later();
  await edit(title);
  expect(await isApproved()).toBe(false);
  expect(await said()).toContain(
    `@demo-sofia, demo-jonas has changed the text of **Publish the article** (#${await world.numberOf("Publish the article")}) after it was approved`,
  );
  later();
  await approve();
  expect(await isApproved()).toBe(true);
});

test("a title in it, changed after the approval, is asked about again", async () => {
  later();
  await approve();
  later();
  await world
    .as("demo-jonas")
    .rename(await world.numberOf("Write the draft"), "Write the draft: for a million");
  expect(await isApproved()).toBe(false);
  expect(await said()).toContain("demo-jonas has changed the text of **Publish the article**");
});

test("a text in it that was changed when the bot heard of nothing is asked about at the next sweep", async () => {
  later();
  await approve();
  later();
  await loseWebhooks();
  await edit("Write the draft");
  expect(await isApproved()).toBe(true);
  await world.sweep();
  expect(await isApproved()).toBe(false);
});

test("a text in it that was changed between the word of the approver and the look at it is not approved", async () => {
  later();
  await loseWebhooks();
  await approve();
  later();
  await loseWebhooks();
  await edit("Write the draft");
  await world.look(await world.numberOf("Publish the article"));
  await world.sweep();
  expect(await isApproved()).toBe(false);
  expect(await said()).toContain("The text of **Publish the article** was changed after you wrote this");
});

test("what does not change the work asks nobody again: a tick, a comment, a run that was moved", async () => {
  const draft = await world.numberOf("Write the draft");
  await world.as("demo-jonas").edit(draft, `${(await world.issue(draft)).body}\n\n- [ ] Read twice`);
  later();
  await approve();
  later();
  const { body } = await world.issue(draft);
  await world.as("demo-jonas").edit(draft, body.replace("- [ ] Read twice", "- [x] Read twice"));
  await world.as("demo-jonas").comment(draft, "It reads well.");
  await world.as("demo-lena").comment(run, "/move 2027-02-05 the hall is taken");
  await world.sweep();
  expect(await isApproved()).toBe(true);
  expect(await said()).not.toContain("after it was approved");
});

test("while it goes on again nothing is noted of its texts, and it is judged anew when it has ended", async () => {
  later();
  await approve();
  later();
  const draft = await world.numberOf("Write the draft");
  await world.as("demo-jonas").reopen(draft);
  expect(await isApproved()).toBe(false);
  const child = await world.numberOf("Publish the article");
  const notes = () =>
    world.sandbox.state.issues.get(child)?.comments.find(({ body }) => body.includes("<!-- handrail:status "))
      ?.body;
  const before = notes();
  later();
  await edit("Write the draft");
  expect(notes()).toBe(before);
  later();
  await world.as("demo-jonas").close(draft);
  later();
  await approve();
  expect(await isApproved()).toBe(true);
  expect(await said()).not.toContain("after it was approved");
});

test("a look at a run that is over writes nothing while nothing was changed", async () => {
  await approve();
  const calls = world.sandbox.calls().length;
  for (const title of ["Publish the article", "Make pictures"]) await world.look(await world.numberOf(title));
  const written = world.sandbox.calls().slice(calls);
  expect(written.filter((call) => JSON.stringify(call).includes("mutation"))).toEqual([]);
});
