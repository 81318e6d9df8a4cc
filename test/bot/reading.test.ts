import { afterEach, expect, test } from "vitest";
import { openPullWorld, openReviewWorld, type PullWorld, readAgain } from "./pull-world.ts";

let world: PullWorld | undefined;
afterEach(async () => {
  await world?.opened.close();
  world = undefined;
});

const withoutPort = (body = "") => body.replace(/http:\/\/127\.0\.0\.1:\d+/g, "https://github.example");

/** Somebody ticks the box of an issue. */
async function tick({ opened }: PullWorld, issue: number, login: string): Promise<void> {
  const { body = "" } = opened.sandbox.state.issues.get(issue) ?? {};
  await opened.as(login).edit(issue, body.replace("- [ ]", "- [x]"));
  await opened.sandbox.idle();
}
const readings = async ({ opened }: PullWorld) =>
  (await opened.issues()).filter(({ title }) => title.startsWith("Please "));

/** A changed date is merged, and somebody is asked to read that. */
async function mergedAndAsked(world: PullWorld) {
  const { propose, merge, opened } = world;
  const { number } = await propose((text) => text.replace("due: -5bd", "due: -8bd"));
  await opened.sandbox.idle();
  await merge(number);
  await opened.sandbox.idle();
  const [reading] = await readings(world);
  return reading;
}

test("a material change asks everybody whose work it makes other, once, to read only that", async () => {
  world = await openPullWorld({ hears: true, settings: readAgain });
  const { propose, merge, opened } = world;
  const { number } = await propose((text) => text.replace("due: -5bd", "due: -8bd"));
  await opened.sandbox.idle();
  expect(await readings(world)).toEqual([]);
  await merge(number);
  await opened.sandbox.idle();
  const asked = await readings(world);
  expect(asked.map(({ title, assignees }) => [title, assignees])).toMatchInlineSnapshot(`
    [
      [
        "Please read: what changed in Write an article",
        [
          "demo-lena",
        ],
      ],
    ]
  `);
  expect(withoutPort(asked[0]?.body)).toMatchInlineSnapshot(`
    "@demo-lena, part of your work has changed with #1. This is all that is new in it:

    ### Write an article

    - Three business days longer: 9 instead of 6.
    - “Write the draft” is due 3 business days earlier: 8 business days before the publish date.

    [How it reads now](https://github.example/acme/handbook/blob/main/processes/content/article.mdx)

    - [ ] I have read it

    <sub>Tick the box and this issue closes. Runs that are under way keep the text they began with. If something is wrong with it, say so here.</sub>"
  `);
  await opened.sweep();
  await opened.sweep();
  expect(await readings(world)).toEqual(asked);
  const mails = opened.sandbox.state.notifications.filter(({ issueTitle }) =>
    issueTitle.startsWith("Please "),
  );
  expect(mails.map(({ recipient, kind }) => `${recipient.login} ${kind}`)).toEqual(["demo-lena opened"]);
  expect(opened.sandbox.defects()).toEqual([]);
});

test("a box that is ticked by whoever was asked closes its issue; nobody reads for another", async () => {
  world = await openPullWorld({ hears: true, settings: readAgain });
  const { opened } = world;
  const reading = await mergedAndAsked(world);
  const [reader = ""] = reading?.assignees ?? [];
  const issue = reading?.number ?? 0;
  await tick(world, issue, "demo-jonas");
  expect(await opened.issue(issue)).toMatchObject({ state: "open", body: reading?.body });
  expect((await opened.issue(issue)).comments.at(-1)).toContain("I have taken your tick off again");
  await tick(world, issue, reader);
  expect(await opened.issue(issue)).toMatchObject({ state: "closed" });
});

test("whoever ticked for another hears so, though the word was lost at first", async () => {
  world = await openPullWorld({ hears: true, settings: readAgain });
  const { opened } = world;
  const reading = await mergedAndAsked(world);
  const issue = reading?.number ?? 0;
  const comments = { kind: "rest", method: "POST", path: "*/comments", times: null } as const;
  opened.sandbox.addFaults([{ ...comments, effect: "status-before", status: 500 }]);
  await tick(world, issue, "demo-jonas");
  opened.sandbox.clearFaults();
  await opened.sweep();
  const { body, comments: said } = await opened.issue(issue);
  expect(body).toBe(reading?.body);
  expect(said.filter((words) => words.includes("I have taken your tick off again"))).toHaveLength(1);
});

test("whoever ticked for another hears so once, though a look did not see that it had been said", async () => {
  world = await openPullWorld({ hears: true, settings: readAgain });
  const { opened } = world;
  const reading = await mergedAndAsked(world);
  const issue = reading?.number ?? 0;
  const edits = { kind: "rest", method: "PATCH", actor: "handrail[bot]", times: null } as const;
  // The third read of a sweep here is that of the reading.
  const behind = { kind: "graphql", operation: "viewer,repository", effect: "lag-lists", times: 3 } as const;
  opened.sandbox.addFaults([{ ...behind, operation: "-" }]);
  opened.sandbox.addFaults([{ ...edits, effect: "status-before", status: 500 }]);
  await tick(world, issue, "demo-jonas");
  opened.sandbox.clearFaults();
  opened.sandbox.addFaults([{ ...behind, operation: "-" }, behind]);
  await opened.sweep();
  const { body, comments: said } = await opened.issue(issue);
  expect(body).toBe(reading?.body);
  expect(said.filter((words) => words.includes("I have taken your tick off again"))).toHaveLength(1);
});

test("words and details bother nobody, and neither does a handbook that has not switched it on", async () => {
  world = await openPullWorld({ hears: true, settings: readAgain });
  const wording = await world.propose((text) => text.replace("Do it well.", "Do it very well."));
  await world.opened.sandbox.idle();
  await world.merge(wording.number);
  await world.opened.sandbox.idle();
  expect(await readings(world)).toEqual([]);
  await world.opened.close();
  world = await openPullWorld({ hears: true });
  const { number } = await world.propose((text) => text.replace("due: -5bd", "due: -8bd"));
  await world.opened.sandbox.idle();
  await world.merge(number);
  await world.opened.sandbox.idle();
  expect(await readings(world)).toEqual([]);
});

test("events that are lost are made up for by a sweep: what is new is told, what is merged is read, a tick counts", async () => {
  world = await openPullWorld({ settings: readAgain });
  const { propose, merge, comments, opened } = world;
  const { number } = await propose((text) => text.replace("due: -5bd", "due: -8bd"));
  await opened.sweep();
  await opened.sandbox.idle();
  expect(await comments(number)).toHaveLength(1);
  await merge(number);
  await opened.sweep();
  await opened.sandbox.idle();
  const [reading] = await readings(world);
  expect(reading).toBeDefined();
  await tick(world, reading?.number ?? 0, reading?.assignees[0] ?? "");
  await opened.sweep();
  await opened.sandbox.idle();
  expect(await opened.issue(reading?.number ?? 0)).toMatchObject({ state: "closed" });
});

test("whoever looks after a process is asked once when nobody has looked it through for long, and a tick is enough", async () => {
  world = await openPullWorld({
    hears: true,
    settings: readAgain,
    article: (text) => text.replace("owner: editor", "owner: editor\nreviewEvery: 6mo"),
  });
  const { opened } = world;
  await opened.sweep();
  expect(await readings(world)).toEqual([]);
  await opened.moveTo("2027-06-07T09:00:00Z");
  await opened.sweep();
  await opened.sweep();
  const asked = await readings(world);
  expect(asked.map(({ title }) => title)).toEqual(["Please look through: Write an article"]);
  expect(withoutPort(asked[0]?.body)).toMatchInlineSnapshot(`
    "@demo-lena or @demo-sofia, nobody has changed or confirmed [Write an article](https://github.example/acme/handbook/blob/main/processes/content/article.mdx) since **Monday 2 November 2026**, longer than it says itself. Is it still done like this, by these people, with these tools?

    - [ ] I have read it, and it is still right

    <sub>Tick the box and this issue closes; that you have read it is kept here, and the text stays as it is. If something is wrong with it, change it: that counts too.</sub>"
  `);
  const [issue] = asked;
  await tick(world, issue?.number ?? 0, issue?.assignees[0] ?? "");
  expect(await opened.issue(issue?.number ?? 0)).toMatchObject({ state: "closed" });
  expect((await opened.collectRuns()).activity?.confirmations).toEqual([
    { process: "article", at: "2027-06-07T09:00:00Z" },
  ]);
  await opened.moveTo("2027-06-08T09:00:00Z");
  await opened.sweep();
  expect(await readings(world)).toHaveLength(1);
  await opened.moveTo("2028-01-10T09:00:00Z");
  await opened.sweep();
  expect(await readings(world)).toHaveLength(2);
});

test("whoever looks after a process is asked by one issue in the end, though a list lagged behind and made two", async () => {
  world = await openPullWorld({
    hears: true,
    settings: readAgain,
    article: (text) => text.replace("owner: editor", "owner: editor\nreviewEvery: 6mo"),
  });
  const { opened } = world;
  await opened.sweep();
  const lag = { kind: "graphql", write: false, effect: "lag", writes: 9, times: null } as const;
  opened.sandbox.addFaults([lag]);
  await opened.moveTo("2027-06-07T09:00:00Z");
  await opened.sweep();
  opened.sandbox.clearFaults();
  const first = await readings(world);
  await opened.sweep();
  const states = (await readings(world)).map(({ number, state }) => [number, state]);
  expect(first).toHaveLength(2);
  expect(states).toEqual([
    [first[0]?.number, "open"],
    [first[1]?.number, "closed"],
  ]);
});

test("whoever was not asked finds nothing still right by closing the issue: it is asked again; whoever was, does", async () => {
  world = await openReviewWorld();
  const { opened } = world;
  const [first] = await readings(world);
  await opened.as("demo-jonas").close(first?.number ?? 0);
  expect((await opened.collectRuns()).activity?.confirmations).toEqual([]);
  await opened.sweep();
  const [, second, ...others] = await readings(world);
  expect(others).toEqual([]);
  await opened.as("demo-lena").close(second?.number ?? 0);
  expect((await opened.collectRuns()).activity?.confirmations).toEqual([
    { process: "article", at: "2027-06-07T09:00:00Z" },
  ]);
  await opened.moveTo("2027-06-08T09:00:00Z");
  await opened.sweep();
  expect(await readings(world)).toHaveLength(2);
  expect(opened.sandbox.defects()).toEqual([]);
});
