import { afterEach, describe, expect, test } from "vitest";
import { formBody, openTestWorld, type TestWorld } from "./world.ts";

/** Small handbooks that showed a date, a reminder or an ending nobody had meant, each played to the point where it did. */
let world: TestWorld;
afterEach(() => world.close());

const roles = `lead: { title: Lead, summary: Leads., people: [demo-sofia] }
maker: { title: Maker, summary: Makes., people: [demo-lena] }
vacant: { title: Printer, summary: Not here yet., people: [] }
print-shop: { title: Print shop, summary: Prints., outside: true }
`;

const process = (title: string, steps: readonly string[], text = "") => `---
title: ${title}
summary: S.
outcome: O.
trigger: T.
owner: lead
anchor: Event day
steps:
${steps.map((step) => `  - { ${step} }`).join("\n")}
---
${text}`;

/** Starts `work` for an event day; nothing is asked of anybody before it begins. */
async function begin(
  now: string,
  day: string,
  files: Readonly<Record<string, string>>,
  settings = "calendar: { country: CH, region: ZH }",
): Promise<number> {
  world = await openTestWorld({
    now,
    files: new Map(
      Object.entries({
        "handbook.yml": `title: Small\ntimeZone: Asia/Jerusalem\nrepository: acme/handbook\n${settings}\n`,
        "roles.yml": roles,
        ...files,
      }),
    ),
  });
  const body = formBody({ Process: "work", "Event day": day, People: "" });
  const run = await world.as("demo-sofia").open("Work", body, ["handrail:run"]);
  if (!(await world.issues()).some(({ parent }) => parent === run))
    await world.as("demo-sofia").comment(run, "/go");
  return run;
}

const numberOf = (title: string) => world.numberOf(title);
const nativeDate = (issue: number) =>
  [...(world.sandbox.state.issues.get(issue)?.fieldValues.values() ?? [])][0];
const said = async (issue: number) =>
  (await world.issue(issue)).comments
    .filter((comment) => comment.startsWith("handrail[bot]: "))
    .map((comment) => comment.slice("handrail[bot]: ".length));

const two = process("Do two things", [
  "id: a, title: Send the mail, role: maker, due: -5d",
  "id: b, title: Answer the mail, role: maker, due: 0d",
]);

describe("the day of the event", () => {
  test("stays where it is when a step before it is two days late", async () => {
    const run = await begin("2027-04-01T09:00:00Z", "2027-04-14", { "t/work.mdx": two });
    await world.moveTo("2027-04-13T09:00:00Z");
    await world.as("demo-lena").close(await numberOf("Send"));
    const answer = await numberOf("Answer");
    expect((await world.issue(answer)).body).toContain("**Due Wednesday 14 April 2027**");
    expect(nativeDate(answer)).toBe("2027-04-14");
    expect(await world.status(run)).toContain("**Event day:** Wednesday 14 April 2027. On track.");
    await world.as("demo-sofia").comment(run, "/move 2027-04-20 the hall is taken");
    expect((await world.issue(answer)).body).toContain("**Due Tuesday 20 April 2027**");
  });

  test("may be a day off where that is meant, and a day it was moved from is named", async () => {
    await begin(
      "2024-02-01T09:00:00Z",
      "2024-04-25",
      {
        "t/work.mdx": process("Release", [
          "id: freeze, title: Freeze the beta, role: maker, after: [], due: -24d, exact: true",
          "id: note, title: Write the notes, role: maker, after: [], due: -24d",
        ]),
      },
      "calendar: { country: GB, region: ENG }",
    );
    expect((await world.issue(await numberOf("Freeze"))).body).toContain("**Due Monday 1 April 2024**");
    expect((await world.issue(await numberOf("Write"))).body).toContain(
      "**Due Thursday 28 March 2024** (since Mon 1 Apr is a day off)",
    );
  });
});

describe("a step that nobody of the team has", () => {
  test.each([
    ["outside the team", "print-shop"],
    ["without anybody", "vacant"],
  ])("%s is chased all the same, with whoever answers for it", async (_name, role) => {
    await begin("2027-03-01T09:00:00Z", "2027-03-15", {
      "t/work.mdx": process("Work", [
        "id: a, title: Send the mail, role: maker, due: 0d",
        `id: b, title: Print it, role: ${role}, after: [], due: 0d`,
      ]),
    });
    const print = await numberOf("Print it");
    const heard: string[] = await said(print);
    for (const day of ["11", "12", "15", "16", "18", "25", "29"])
      await world.moveTo(`2027-03-${day}T12:00:00Z`);
    heard.push(...(await said(print)).slice(heard.length));
    expect(heard[0]).toContain("@demo-sofia");
    expect(heard.filter((words) => words.includes("a reminder"))).toHaveLength(2);
    expect(heard.filter((words) => words.includes("is not done yet")).length).toBeGreaterThanOrEqual(2);
    for (const words of heard) expect(words).toContain("@demo-sofia");
  });
});

describe("reminders", () => {
  test.each([
    ["a Monday", "2027-03-01", "2027-03-15", ["2027-03-11", "2027-03-12"], ["2027-03-13", "2027-03-14"]],
    [
      "the Tuesday after Easter",
      "2028-04-03",
      "2028-04-18",
      ["2028-04-12", "2028-04-13"],
      ["2028-04-14", "2028-04-15", "2028-04-16", "2028-04-17"],
    ],
  ])("before %s come on business days alone", async (_name, start, day, on, off) => {
    await begin(`${start}T09:00:00Z`, day, {
      "t/work.mdx": process("Work", ["id: a, title: Send the mail, role: maker, due: 0d"]),
    });
    const mail = await numberOf("Send");
    const heardOn: string[] = [];
    for (const date of [...on, ...off].sort()) {
      const before = (await said(mail)).length;
      await world.moveTo(`${date}T12:00:00Z`);
      if ((await said(mail)).length > before) heardOn.push(date);
    }
    expect(heardOn).toEqual(on);
  });
});

test("a step closed as a duplicate is not done: it is opened again, and nobody hears that it was", async () => {
  const run = await begin("2027-04-01T09:00:00Z", "2027-04-14", { "t/work.mdx": two });
  const mail = await numberOf("Send");
  await world.as("demo-lena").close(mail, "duplicate");
  expect(await world.issue(mail)).toMatchObject({ state: "open" });
  expect((await said(mail)).at(-1)).toContain("a duplicate is not done");
  expect(await said(await numberOf("Answer"))).toEqual([]);
  expect(await world.status(run)).toContain("0 of 2 steps");
});

test("a public holiday on which the team works is a business day", async () => {
  await begin(
    "2027-09-01T09:00:00Z",
    "2027-10-15",
    { "t/work.mdx": process("Work", ["id: a, title: Send the mail, role: maker, due: -5bd"]) },
    "calendar: { country: US, worked: [2027-10-11] }",
  );
  expect((await world.issue(await numberOf("Send"))).body).toContain("**Due Friday 8 October 2027**");
});

test("the bar of a run inside a run goes from its first day to its last", async () => {
  const run = await begin("2027-03-01T09:00:00Z", "2028-03-06", {
    "t/work.mdx": process("Conference", [
      "id: track, title: Run the track, kind: process, process: track, role: maker, after: [], due: 0d",
      "id: open, title: Open the doors, role: lead, due: 0d",
    ]),
    "t/track.mdx": process("Track", [
      "id: call, title: Open the call, role: maker, after: [], due: -40w",
      "id: close, title: Close the hall, role: maker, due: +2d",
    ]),
  });
  const [, chart = ""] = /```mermaid\n([\s\S]*?)```/.exec(await world.status(run)) ?? [];
  const [, first = "", last = ""] = /Run the track.*?(\d{4}-\d\d-\d\d), (\d{4}-\d\d-\d\d)/.exec(chart) ?? [];
  expect([first < "2027-06-02", last > "2028-03-06"]).toEqual([true, true]);
});

test("tracks of one event are phases of one run, and a step of one waits for a step of another", async () => {
  const run = await begin("2027-03-01T09:00:00Z", "2027-06-15", {
    "t/work.mdx": process("Conference", [
      "id: book, title: Book the hall, role: lead, phase: Place, after: [], due: -60d",
      "id: choose, title: Choose the talks, role: maker, phase: Programme, after: [], due: -50d",
      "id: grants, title: Give grants to speakers, role: lead, phase: Grants, after: choose, due: -40d",
      "id: open, title: Open the doors, role: lead, phase: Place, after: [book, grants], due: 0d",
    ]),
  });
  const grants = await numberOf("Give grants");
  expect(await world.issue(grants)).toMatchObject({ blockedBy: [await numberOf("Choose the talks")] });
  await world.as("demo-lena").close(await numberOf("Choose the talks"));
  expect((await said(grants)).at(-1)).toContain("@demo-sofia, it is your turn: **Give grants to speakers**");
  expect(await world.status(run)).toContain("1 of 4 steps");
});
