import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { blogPostForm, filesWith, openTestWorld, type TestWorld } from "./world.ts";

let world: TestWorld;
beforeEach(async () => {
  world = await openTestWorld({ now: "2026-11-30T09:00:00Z", files: filesWith("publish-blog-post") });
});
afterEach(async () => {
  expect(world.sandbox.defects()).toEqual([]);
  await world.close();
});

const open = (date: string, others?: Readonly<Record<string, string>>) =>
  world.as("demo-lena").open("Publish a blog post: Rails", blogPostForm(date, others), ["handrail:run"]);
const stepsOf = async (run: number) => (await world.issues()).filter(({ parent }) => parent === run);
const said = async (run: number) => (await world.issue(run)).comments;

describe("a /go", () => {
  test("begins the plan that was shown before it", async () => {
    const run = await open("2026-12-18");
    expect(await stepsOf(run)).toEqual([]);
    await world.as("demo-lena").comment(run, "/go");
    expect(await stepsOf(run)).toHaveLength(8);
  });

  test("written while there was no plan is answered, and does not begin a later one", async () => {
    const run = await open("some day");
    await world.as("demo-lena").comment(run, "/go");
    expect((await said(run)).at(-1)).toContain("There is no plan yet that could begin.");
    await world.as("demo-lena").edit(run, blogPostForm("2026-12-09"));
    expect(await stepsOf(run)).toEqual([]);
    await world.as("demo-lena").comment(run, "/go");
    expect(await stepsOf(run)).toHaveLength(8);
  });

  test("for one date does not begin another that nobody has seen", async () => {
    const run = await open("2026-12-18");
    world.sandbox.addFaults([{ kind: "webhook", effect: "lose", times: null }]);
    await world.as("demo-lena").edit(run, blogPostForm("2026-12-09"));
    await world.as("demo-lena").comment(run, "/go");
    world.sandbox.clearFaults();
    await world.sweep();
    expect(await stepsOf(run)).toEqual([]);
    expect((await said(run)).at(-1)).toContain("was written before the plan that my first comment shows now");
    expect(await world.status(run)).toContain("Wed 9 Dec 2026");
  });
});

describe("before the start", () => {
  const toMend =
    "My first comment says what has to be mended in the issue above; as soon as that is done I plan it.";
  test.each([
    [
      "/move 2027-02-01 the launch moved",
      "2026-12-18",
      "This run has not begun, so there is nothing to do that with yet. `/go` begins it with the dates in my first comment, `/cancel` drops it, and editing the issue plans it anew.",
    ],
    [
      "/skip idea not needed",
      "some day",
      `This run has not begun, so there is nothing to do that with yet. ${toMend}`,
    ],
    [
      "/status",
      "2026-12-18",
      "This run has not begun, and nothing has been created. It waits for somebody of the team to look at the plan in my first comment and to write `/go`.",
    ],
    ["/status", "some day", `This run has not begun, and nothing has been created. ${toMend}`],
  ])("%s for %s is answered with what is waited for", async (command, date, words) => {
    const run = await open(date);
    await world.as("demo-lena").comment(run, command);
    expect((await said(run)).at(-1)).toBe(`handrail[bot]: @demo-lena: ${words}`);
    expect(await said(run)).toHaveLength(3);
  });

  test.each([
    ["2026-12-18", ["/go", "/cancel", "/status", "/help"]],
    ["some day", ["/cancel", "/status", "/help"]],
  ])("/help for %s lists what can be written now", async (date, commands) => {
    const run = await open(date);
    await world.as("demo-lena").comment(run, "/help");
    const answer = (await said(run)).at(-1) ?? "";
    expect([...answer.matchAll(/^- `(.*?)`: /gm)].map((match) => match[1])).toEqual(commands);
  });

  test("/cancel closes the issue, and opening it again plans it again", async () => {
    const run = await open("2026-12-18");
    await world.as("demo-lena").comment(run, "/cancel not now");
    expect(await world.issue(run)).toMatchObject({ state: "closed", stateReason: "not_planned" });
    await world.as("demo-lena").reopen(run);
    await world.as("demo-lena").comment(run, "/go");
    expect(await stepsOf(run)).toHaveLength(8);
  });
});

describe("a form that cannot be used", () => {
  test.each([
    ["a day that does not exist", "2027-02-30", {}, "`2027-02-30`, which is no day of the calendar"],
    [
      "a long text",
      "2027-03-19",
      { "Anything the team should know": "x".repeat(60_000) },
      "is 60000 characters long, and I can take at most 4000",
    ],
    [
      "a missing colon",
      "2027-03-19",
      { People: "Blog author @demo-tom" },
      "**People** says `Blog author @demo-tom`, without a colon between role and person. Please write `blog-author: @demo-tom`.",
    ],
    ["a role without a person", "2027-03-19", { People: "blog-author:" }, "says nobody for `blog-author`"],
    [
      "a role that is not there",
      "2027-03-19",
      { People: "poet: @demo-lena" },
      "This process has `content-strategist`, `seo-strategist`, `blog-author`, `marketing-lead`, `designer`, `social-media-manager`.",
    ],
  ])("with %s is told so", async (_what, date, others, words) => {
    const run = await open(date, others);
    expect((await said(run)).at(-1)).toContain(words);
    expect(await stepsOf(run)).toEqual([]);
  });

  test("may name a role by its title", async () => {
    const run = await open("2027-03-19", { People: "Blog author: @demo-mira" });
    const outline = (await stepsOf(run)).find(({ title }) => title.startsWith("Write the outline"));
    expect(outline?.assignees).toEqual(["demo-mira"]);
  });
});
