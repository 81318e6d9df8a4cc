import { afterEach, describe, expect, test } from "vitest";
import { formBody, launchHandbook, openTestWorld, type TestWorld } from "./world.ts";

/** A launch on Friday 29 January 2027 that demo-lena starts, with an article of its own run in it that is due before. */
const launchWith = (articleDue: string, role = "lead") =>
  launchHandbook({
    launch: [
      `id: article, title: Publish the article, kind: process, process: article, role: ${role}, after: [], due: ${articleDue}`,
      "id: day, title: Launch it, role: lead, due: 0d",
    ],
    article: [
      "id: draft, title: Write the draft, role: author, due: -5d",
      "id: publish, title: Publish, role: author, due: 0d",
    ],
  });

const files = launchWith("-1bd");

let world: TestWorld;
let run: number;
let child: number;
afterEach(() => world.close());

async function begin(now: string, changed: ReadonlyMap<string, string> = files) {
  world = await openTestWorld({ now, files: changed });
  const body = formBody({ Process: "launch", "Launch date": "2027-01-29", People: "" });
  run = await world.as("demo-lena").open("Launch: Rails", body, ["handrail:run"]);
  child = await numberOf("Publish the article");
}

const numberOf = (title: string) => world.numberOf(title);
/** What demo-lena was told on an issue of runs inside it, or of a run as a whole. */
const heard = async (issue: number) =>
  (await world.issue(issue)).comments
    .map((comment) => comment.replace(/^handrail\[bot\]: /, ""))
    .filter((comment) => /^@demo-lena, .*(?:has moved|has cancelled|ended on|has begun)/.test(comment));

describe("whoever started a run hears of the runs inside it", () => {
  test("that one was moved to a later day, by whom, and against which date", async () => {
    await begin("2026-11-02T09:00:00Z", launchWith("-10bd"));
    await world.as("demo-sofia").comment(child, "/move 2027-01-20 the printer needs longer");
    await world.moveTo("2026-11-03T12:00:00Z");
    expect(await heard(run)).toEqual([
      expect.stringMatching(
        /^@demo-lena, demo-sofia has moved .*expected Wed 20 Jan, promised to this run for Fri 15 Jan/,
      ),
    ]);
    await world.moveTo("2026-11-04T12:00:00Z");
    expect(await heard(run)).toHaveLength(1);
  });

  test("that one was moved past the date of the run, in the one comment that says that date is at risk", async () => {
    await begin("2026-11-02T09:00:00Z");
    await world.moveTo("2026-11-03T10:00:00Z");
    const before = (await world.issue(run)).comments.length;
    await world.as("demo-sofia").comment(child, "/move 2027-02-03 the printer needs longer");
    await world.moveTo("2026-11-03T12:00:00Z");
    await world.moveTo("2026-11-04T12:00:00Z");
    expect((await world.issue(run)).comments.slice(before)).toEqual([
      `handrail[bot]: @demo-lena, the **launch date**, **Friday 29 January 2027**, is at risk:

- **Launch it** (#3): expected Thu 4 Feb, promised Fri 29 Jan

What holds it up: **Publish the article** (#2), which demo-sofia has moved from Thu 28 Jan to Wed 3 Feb.

There are two ways out:

1. Help along what holds it up: in its issue, \`/hand-to @login why\` gives it to somebody else, and \`/skip why\` leaves it out.
2. Agree on a later launch date: \`/move 2027-02-04 why\` here moves everything to Thursday 4 February 2027, so that every step has its time again.`,
    ]);
  });

  test("on the very day of the start too: one comment, and none on the next day", async () => {
    await begin("2026-11-02T09:00:00Z");
    const before = (await world.issue(run)).comments.length;
    await world.as("demo-sofia").comment(child, "/move 2027-02-03 the printer needs longer");
    await world.moveTo("2026-11-02T12:00:00Z");
    await world.moveTo("2026-11-03T12:00:00Z");
    await world.moveTo("2026-11-04T12:00:00Z");
    expect((await world.issue(run)).comments.slice(before)).toEqual([
      expect.stringMatching(
        /^handrail\[bot\]: @demo-lena, the \*\*launch date\*\*.* is at risk:.*which demo-sofia has moved from Thu 28 Jan to Wed 3 Feb/s,
      ),
    ]);
  });

  test("once, where they have the step that it is: there, and not on the run above too", async () => {
    await begin("2026-11-02T09:00:00Z", launchWith("-10bd", "editor"));
    await world.as("demo-sofia").comment(child, "/move 2027-01-20 the printer needs longer");
    await world.moveTo("2026-11-03T12:00:00Z");
    expect([await heard(run), await heard(child)]).toEqual([
      [],
      [expect.stringMatching(/^@demo-lena, demo-sofia has moved \*\*Publish the article\*\*/)],
    ]);
  });

  test("that one was cancelled", async () => {
    await begin("2026-11-02T09:00:00Z");
    await world.as("demo-sofia").comment(child, "/cancel the magazine writes it");
    await world.moveTo("2026-11-03T12:00:00Z");
    expect(await heard(run)).toEqual([
      expect.stringMatching(/^@demo-lena, demo-sofia has cancelled .*so this run goes on without it/),
    ]);
  });

  test("that one ended after the day it was promised for, and nothing when it ended in time", async () => {
    await begin("2026-11-02T09:00:00Z");
    await world.moveTo("2027-01-28T12:00:00Z");
    await world.as("demo-jonas").close(await numberOf("Write the draft"));
    const before = await heard(run);
    await world.moveTo("2027-01-29T12:00:00Z");
    await world.as("demo-jonas").close(await numberOf("Publish: "));
    await world.moveTo("2027-02-01T12:00:00Z");
    const after = (await heard(run)).slice(before.length);
    expect(
      after.filter((words) => words.includes("ended on Fri 29 Jan, promised to this run for Thu 28 Jan")),
    ).toHaveLength(1);
  });

  test("nothing of what they have done themselves", async () => {
    await begin("2026-11-02T09:00:00Z");
    await world.as("demo-lena").comment(child, "/move 2027-02-03 the printer needs longer");
    await world.moveTo("2026-11-03T12:00:00Z");
    expect(await heard(run)).toEqual([]);
  });
});

test("what holds a run inside up reaches the run above, which is not on track any more", async () => {
  await begin("2026-11-02T09:00:00Z");
  expect(await world.status(run)).toContain("On track.");
  await world.moveTo("2027-01-28T12:00:00Z");
  expect(await world.status(child)).toContain("**At risk: expected Fri 29 Jan, promised Thu 28 Jan.**");
  expect(await world.status(run)).toContain("**At risk: expected Mon 1 Feb, promised Fri 29 Jan.**");
  expect((await world.issue(run)).comments.at(-1)).toContain(
    "1. Help along what holds it up: it has steps of its own, and its issue shows whose turn it is.",
  );
});

test("what is said of the date rests on how the run inside stands on that day, not when it was last looked at", async () => {
  await begin("2026-11-02T09:00:00Z");
  await world.moveTo("2027-01-28T12:00:00Z");
  await world.moveTo("2027-02-05T12:00:00Z");
  expect(await world.status(run)).toContain("**At risk: expected Tue 9 Feb, promised Fri 29 Jan.**");
  const words = (await world.issue(run)).comments.filter((comment) =>
    comment.includes("was **Friday 29 January 2027**"),
  );
  expect(words).toEqual([expect.stringContaining("`/move 2027-02-09 why`")]);
});

test("a run inside a run that begins with warnings says them, to whoever hears of the run", async () => {
  await begin(
    "2026-11-02T09:00:00Z",
    new Map([
      ...files,
      ["handbook.yml", "title: Handbook\ntimeZone: UTC\nconfirm: never\nrepository: acme/handbook\n"],
      ["absences.yml", "demo-jonas: [2027-01-20..2027-02-05]\n"],
    ]),
  );
  const told = (await heard(child)).filter((words) => words.includes("has begun"));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain("demo-jonas");
});

test("a run that somebody moves with the run above says what that brings in it, once, to whoever moved it", async () => {
  await begin(
    "2026-11-02T09:00:00Z",
    new Map([...files, ["absences.yml", "demo-jonas: [2027-02-08..2027-02-19]\n"]]),
  );
  await world.as("demo-lena").comment(run, "/move 2027-02-17 the hall is free then");
  await world.moveTo("2026-11-02T12:00:00Z");
  await world.as("demo-lena").comment(run, "/move 2026-11-06 the rival comes out");
  await world.moveTo("2026-11-03T12:00:00Z");
  const words = (await world.issue(child)).comments.filter((text) => text.includes("has moved too"));
  expect(words).toEqual([
    `handrail[bot]: @demo-lena: With #1 this run has moved too, and this is what that brings here:

- “Write the draft”: demo-jonas is away then.
- “Publish”: demo-jonas is away then.`,
    `handrail[bot]: @demo-lena: With #1 this run has moved too, and this is what that brings here:

- “Write the draft” would have been due on Friday 30 October 2026, which is past.

The earliest publish date at which nothing would be past due is **Monday 9 November 2026**: \`/move 2026-11-09 why\` here moves everything to it.`,
  ]);
});

test("a late step in a run inside a run whose doer answers for all of it is told to whoever has that run as a step", async () => {
  const article = files.get("content/article.mdx") ?? expect.unreachable();
  await begin(
    "2026-11-02T09:00:00Z",
    new Map([...files, ["content/article.mdx", article.replace("owner: editor", "owner: author")]]),
  );
  await world.moveTo("2027-01-29T12:00:00Z");
  const words = (await world.issue(await numberOf("Write the draft"))).comments;
  expect(words.filter((comment) => comment.includes("@demo-sofia"))).toEqual([
    expect.stringMatching(
      /^handrail\[bot\]: @demo-sofia, .*It is with demo-jonas\. You have this run as a step of the one above it\./s,
    ),
  ]);
});
