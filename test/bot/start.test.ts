import { afterEach, describe, expect, test } from "vitest";
import { filesWith, formBody, openTestWorld, type TestWorld } from "./world.ts";

const now = "2026-11-02T09:00:00Z";
const title = "Publish a blog post: How to choose a CRM";
const answers = {
  Process: "publish-blog-post",
  "Publish date": "2026-12-18",
  "Topic or working title": "How to choose a CRM",
  "Anything the team should know": "",
  People: "",
};

let world: TestWorld;
afterEach(() => world.close());

async function start(
  changed: Partial<Record<keyof typeof answers, string>> = {},
  author = "demo-lena",
): Promise<number> {
  world = await openTestWorld({ now, files: filesWith("publish-blog-post") });
  return world.as(author).open(title, formBody({ ...answers, ...changed }), ["handrail:run"]);
}

describe("a start form that is filled in well", () => {
  test("gives one dated, assigned sub-issue a step, linked in order", async () => {
    const run = await start();
    const steps = (await world.issues()).filter((issue) => issue.parent === run);
    expect(
      steps.map(({ number, title: name, assignees, labels, blockedBy }) => ({
        number,
        name,
        assignees,
        labels,
        blockedBy,
      })),
    ).toEqual([
      step(2, "Settle the idea", ["demo-lena"], []),
      step(3, "Choose the keywords", ["demo-ines"], [2]),
      step(4, "Write the outline", ["demo-jonas"], [3]),
      step(5, "Approve the outline", ["demo-ines", "demo-sofia"], [4]),
      step(6, "Write the draft", ["demo-jonas"], [5]),
      step(7, "Make the images", ["demo-mira"], [6]),
      step(8, "Prepare the social posts", ["demo-paul"], [6]),
      step(9, "Publish and check the live page", ["demo-jonas"], [7, 8]),
    ]);
    expect(steps.map(({ body }) => /\*\*Due (.*?)\*\*/.exec(body)?.[1])).toEqual([
      "Wednesday 18 November 2026",
      "Monday 23 November 2026",
      "Friday 27 November 2026",
      "Thursday 3 December 2026",
      "Tuesday 8 December 2026",
      "Friday 11 December 2026",
      "Monday 14 December 2026",
      "Friday 18 December 2026",
    ]);
    expect(world.sandbox.defects()).toEqual([]);
  });

  test("carries the plan on the run, and dates and types where the organisation has them", async () => {
    const run = await start();
    expect(await world.status(run)).toContain(
      "| #2 Settle the idea | demo-lena | Wed 18 Nov 2026 | ▶ **their turn** |",
    );
    const [first] = [...world.sandbox.state.issues.values()].filter((issue) => issue.parentNumber === run);
    expect(first?.type?.name).toBe("Task");
    expect([...(first?.fieldValues.values() ?? [])]).toEqual(["2026-11-18"]);
  });

  test("takes no more requests than one a step and six", async () => {
    await start();
    const calls = world.sandbox.calls().filter((call) => call.actor === "handrail[bot]");
    expect(calls.length).toBeLessThanOrEqual(8 + 6);
  });

  test("is done once: another look changes nothing", async () => {
    const run = await start();
    const before = await world.issues();
    world.sandbox.resetCalls();
    await world.as("demo-tom").comment(run, "Nice, looking forward to it.");
    await world.look(run);
    expect(world.sandbox.calls().filter((call) => call.write && call.actor === "handrail[bot]")).toEqual([]);
    expect((await world.issues()).length).toBe(before.length);
  });

  test("takes a date as people write it, and says nothing of an edit", async () => {
    const run = await start({ "Publish date": "18.12.2026" });
    const steps = (await world.issues()).filter((issue) => issue.parent === run);
    expect(steps.at(-1)?.body).toContain("**Due Friday 18 December 2026**");
    expect(await world.status(run)).not.toContain("the issue was edited");
  });

  test("takes people named for a role this time", async () => {
    const run = await start({ People: "blog-author: @demo-tom" });
    const outline = (await world.issues()).find(
      (issue) => issue.parent === run && issue.title.startsWith("Write the outline"),
    );
    expect(outline?.assignees).toEqual(["demo-tom"]);
  });
});

describe("a start form that is not", () => {
  test.each([
    [
      "a date that may be two days",
      { "Publish date": "4/12/2026" },
      "which may be Friday 4 December 2026 (`2026-12-04`) or Sunday 12 April 2026 (`2026-04-12`).",
    ],
    ["a date that is none", { "Publish date": "next Friday" }, "not a date I can read"],
    ["a missing topic", { "Topic or working title": "" }, "**Topic or working title** is empty."],
    ["an unknown process", { Process: "publish-blog-pots" }, "Did you mean `publish-blog-post`?"],
    ["a role that does not exist", { People: "blog-autor: @demo-tom" }, "Did you mean `blog-author`?"],
    [
      "a person who cannot be assigned",
      { People: "blog-author: @nobody-here" },
      "**People** names `@nobody-here`, and GitHub does not let me assign",
    ],
  ])("%s gets one clear comment and creates nothing", async (_name, changed, words) => {
    const run = await start(changed);
    const issue = await world.issue(run);
    expect(issue.comments).toHaveLength(1);
    expect(issue.comments[0]).toContain(words);
    expect(issue.comments[0]).toContain("Nothing has been created.");
    expect(await world.issues()).toHaveLength(1);
  });

  test("is tried again when the issue is edited, in the same comment", async () => {
    const run = await start({ "Publish date": "soon" });
    await world.as("demo-lena").edit(run, formBody(answers));
    expect((await world.issues()).filter((issue) => issue.parent === run)).toHaveLength(8);
    expect((await world.issue(run)).comments).toHaveLength(1);
  });
});

describe("a plan with warnings", () => {
  test("waits for /go, and says the earliest date that works", async () => {
    const run = await start({ "Publish date": "2026-11-20" });
    const [comment] = (await world.issue(run)).comments;
    expect(comment).toContain(
      "The earliest publish date at which nothing is past due: **Wednesday 2 December 2026**",
    );
    expect(comment).toContain("`/go`");
    expect(await world.issues()).toHaveLength(1);
    await world.as("demo-tom").comment(run, "> /go\n\nNot yet!");
    expect(await world.issues()).toHaveLength(1);
    await world.as("demo-lena").comment(run, "/go");
    expect((await world.issues()).filter((issue) => issue.parent === run)).toHaveLength(8);
  });
});

describe("an issue that has nothing to do with a process", () => {
  test("is left alone", async () => {
    world = await openTestWorld({ now, files: filesWith("publish-blog-post") });
    const issue = await world.as("demo-tom").open("The printer is broken", "### Printer\n\nIt smells.");
    expect((await world.issue(issue)).comments).toEqual([]);
    expect(world.sandbox.calls().filter((call) => call.actor === "handrail[bot]")).toEqual([]);
  });
});

function step(number: number, name: string, assignees: readonly string[], blockedBy: readonly number[]) {
  return { number, name: `${name}: How to choose a CRM`, assignees, labels: ["handrail:step"], blockedBy };
}
