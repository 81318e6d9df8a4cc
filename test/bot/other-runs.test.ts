import { afterEach, describe, expect, test } from "vitest";
import { formBody, openTestWorld, type TestWorld } from "./world.ts";

const now = "2027-02-01T09:00:00Z";
const handbook = `title: Handbook
timeZone: UTC
confirm: on-warnings
`;
const roles = `lead: { title: Lead, people: [demo-lena] }
writer: { title: Writer, people: [demo-tom] }
`;
const process = (head: string, steps: readonly string[]) => `---
title: Issue
summary: A newsletter.
outcome: It is out.
trigger: The month ends.
owner: lead
anchor: Send date
${head}steps:
${steps.map((step) => `  - { ${step} }`).join("\n")}
---
`;
const letter = process("", [
  "id: write, title: Write, role: writer, due: -2bd",
  "id: send, title: Send, role: lead, due: 0d",
]);
const busy = process(
  "",
  ["a", "b", "c", "d"].map((id) => `id: ${id}, title: Part ${id}, role: writer, due: 0d, after: []`),
);

let world: TestWorld;
afterEach(() => world.close());

async function openWith(files: Readonly<Record<string, string>>, config = handbook) {
  world = await openTestWorld({
    now,
    files: new Map(Object.entries({ "handbook.yml": config, "roles.yml": roles, ...files })),
  });
}

const start = (id: string, date: string, author = "demo-lena", labels = ["handrail:run"]) =>
  world.as(author).open(`${id}: ${date}`, formBody({ Process: id, "Send date": date, People: "" }), labels);
const stepsOf = async (run: number) => (await world.issues()).filter(({ parent }) => parent === run);

describe("a start of a process that is open for the same day", () => {
  test("is said, and waits for /go", async () => {
    await openWith({ "content/letter.mdx": letter });
    const first = await start("letter", "2027-03-10");
    const again = await start("letter", "2027-03-10", "demo-tom");
    expect(await world.status(again)).toContain(
      `**This looks like #${first}**, which was open when this was planned and has the same process and the same send date, Wednesday 10 March 2027.`,
    );
    expect(await stepsOf(again)).toEqual([]);
    await world.as("demo-tom").comment(again, "/go");
    expect(await stepsOf(again)).toHaveLength(2);
  });

  test.each([
    ["another day", "2027-03-11", []],
    ["the day the first was moved from", "2027-03-10", ["/move 2027-03-12 the hall is taken"]],
    ["the day of one that was cancelled", "2027-03-10", ["/cancel nobody wants it"]],
  ])("does not mean %s", async (_name, date, commands) => {
    await openWith({ "content/letter.mdx": letter });
    const first = await start("letter", "2027-03-10");
    for (const command of commands) await world.as("demo-lena").comment(first, command);
    expect(await stepsOf(await start("letter", date))).toHaveLength(2);
  });

  test("means the day the first was moved to, also for a start by the API without a label", async () => {
    await openWith({ "content/letter.mdx": letter });
    const first = await start("letter", "2027-03-10");
    await world.as("demo-lena").comment(first, "/move 2027-03-12 the hall is taken");
    const again = await start("letter", "2027-03-12", "demo-lena", []);
    expect(await world.status(again)).toContain(`**This looks like #${first}**`);
    expect(await stepsOf(again)).toEqual([]);
  });

  test.each([
    ["is dropped", "/cancel a mistake"],
    ["is moved", "/move 2027-03-12 the hall is taken"],
  ])("was asked about, and goes on waiting for an answer when the other one %s", async (_name, command) => {
    await openWith({ "content/letter.mdx": letter });
    const first = await start("letter", "2027-03-10");
    const again = await start("letter", "2027-03-10");
    const asked = await world.status(again);
    await world.as("demo-lena").comment(first, command);
    await world.moveTo("2027-02-01T12:00:00Z");
    expect(await world.status(again)).toBe(asked);
    expect(await stepsOf(again)).toEqual([]);
    await world.as("demo-lena").comment(again, "/go");
    expect(await stepsOf(again)).toHaveLength(2);
  });

  test("is looked for anew when it asks for another day", async () => {
    await openWith({ "content/letter.mdx": letter });
    await start("letter", "2027-03-10");
    const again = await start("letter", "2027-03-10");
    const body = formBody({ Process: "letter", "Send date": "2027-03-17", People: "" });
    await world.as("demo-lena").edit(again, body);
    expect(await stepsOf(again)).toHaveLength(2);
  });

  test("is not held up by a start that a visitor filled in", async () => {
    await openWith({ "content/letter.mdx": letter });
    await start("letter", "2027-03-10", "visitor");
    expect(await stepsOf(await start("letter", "2027-03-10"))).toHaveLength(2);
  });

  test("is not opened by the bot for a process that repeats, however the first was started or moved", async () => {
    const monthly = process('repeats: "FREQ=MONTHLY;BYMONTHDAY=10"\n', [
      "id: send, title: Send, role: lead, due: 0d",
    ]);
    await openWith({ "content/letter.mdx": monthly });
    const first = await start("letter", "2027-02-04");
    await world.as("demo-lena").comment(first, "/move 2027-02-10 the hall is taken");
    await world.moveTo("2027-02-09T10:00:00Z");
    expect((await world.issues()).filter(({ parent }) => parent === null)).toHaveLength(1);
  });
});

describe("somebody with too much to do on one day in all open runs", () => {
  const load = (steps: number, elsewhere: number) =>
    `demo-tom has ${steps} steps due on Wednesday 10 March 2027, ${elsewhere} of them in other runs.`;

  test("is warned of at a start, which waits", async () => {
    await openWith({ "content/busy.mdx": busy, "content/copy.mdx": busy });
    await start("busy", "2027-03-10");
    expect(await stepsOf(await start("copy", "2027-03-12"))).toHaveLength(4);
    const waits = await start("copy", "2027-03-10");
    expect(await world.status(waits)).toContain(load(8, 4));
    expect(await stepsOf(waits)).toEqual([]);
  });

  test.each([
    [
      "lighter",
      async (first: number) => {
        for (const { number } of await stepsOf(first)) await world.as("demo-tom").close(number);
      },
    ],
    [
      "heavier",
      async (_first: number, later: number) => {
        await world.as("demo-lena").comment(later, "/move 2027-03-10 sooner");
      },
    ],
  ])(
    "is warned of once: other runs that get %s change no words, and begin nothing",
    async (_name, change) => {
      await openWith({ "content/busy.mdx": busy, "content/copy.mdx": busy, "content/third.mdx": busy });
      const first = await start("busy", "2027-03-10");
      const later = await start("third", "2027-03-17");
      const waits = await start("copy", "2027-03-10");
      const shown = await world.status(waits);
      await change(first, later);
      await world.moveTo("2027-02-01T12:00:00Z");
      expect(await world.status(waits)).toBe(shown);
      expect(shown).toContain(load(8, 4));
      expect(await stepsOf(waits)).toEqual([]);
      await world.as("demo-lena").comment(waits, "/go");
      expect(await stepsOf(waits)).toHaveLength(4);
    },
  );

  test.each([
    ["/move", (run: number) => [[run, "/move 2027-03-10 sooner"]], load(8, 4)],
    [
      "/due, with the step that is one too many",
      (_run: number, steps: readonly number[]) =>
        steps.slice(0, 2).map((step) => [step, "/due 2027-03-10 sooner"]),
      load(6, 4),
    ],
  ] as const)("is warned of by %s", async (_name, commands, words) => {
    await openWith({ "content/busy.mdx": busy, "content/copy.mdx": busy });
    await start("busy", "2027-03-10");
    const other = await start("copy", "2027-03-17");
    const written = commands(
      other,
      (await stepsOf(other)).map(({ number }) => number),
    );
    const warned: boolean[] = [];
    for (const [issue, line] of written) {
      await world.as("demo-lena").comment(Number(issue), String(line));
      warned.push((await world.issue(Number(issue))).comments.join("\n").includes(words));
    }
    expect(warned).toEqual(written.map((_line, index) => index === written.length - 1));
  });

  test("is warned of by /hand-to", async () => {
    const leads = busy.replaceAll("role: writer", "role: lead");
    await openWith({ "content/busy.mdx": busy, "content/leads.mdx": leads });
    await start("busy", "2027-03-10");
    const steps = await stepsOf(await start("leads", "2027-03-10"));
    for (const { number } of steps.slice(0, 2))
      await world.as("demo-lena").comment(number, "/hand-to @demo-tom he knows it");
    const warned = await Promise.all(
      steps
        .slice(0, 2)
        .map(async ({ number }) => (await world.issue(number)).comments.join("\n").includes(load(6, 4))),
    );
    expect(warned).toEqual([false, true]);
  });

  test("is warned of when a run inside another one begins", async () => {
    const parent = process("", [
      "id: inner, title: Inner, kind: process, process: busy, role: lead, after: [], due: 0d",
    ]);
    await openWith({ "content/busy.mdx": busy, "content/copy.mdx": busy, "content/parent.mdx": parent });
    await start("copy", "2027-03-10");
    const run = await start("parent", "2027-03-10");
    expect(await world.status(run)).toContain(load(8, 4));
    await world.as("demo-lena").comment(run, "/go");
    const [child] = await stepsOf(run);
    expect((await world.issue(child?.number ?? 0)).comments.join("\n")).toContain(load(8, 4));
  });

  test("is not counted by what is over, nor warned of when the load gets lighter", async () => {
    await openWith(
      { "content/busy.mdx": busy, "content/copy.mdx": busy },
      handbook.replace("on-warnings", "never"),
    );
    const first = await start("busy", "2027-03-10");
    const second = await start("copy", "2027-03-10");
    expect((await world.issue(second)).comments.join("\n")).toContain(load(8, 4));
    const [step] = await stepsOf(second);
    await world.as("demo-lena").comment(step?.number ?? 0, "/due 2027-03-11 a day later");
    expect((await world.issue(step?.number ?? 0)).comments.join("\n")).not.toContain("in other runs");
    for (const { number } of await stepsOf(first)) await world.as("demo-tom").close(number);
    await world.as("demo-lena").comment(step?.number ?? 0, "/due 2027-03-10 back again");
    expect((await world.issue(step?.number ?? 0)).comments.join("\n")).not.toContain("in other runs");
  });

  test("is told of where nothing is ever confirmed: once, on the run, to whoever started it", async () => {
    await openWith(
      { "content/busy.mdx": busy, "content/copy.mdx": busy },
      handbook.replace("on-warnings", "never"),
    );
    await start("busy", "2027-03-10");
    const second = await start("copy", "2027-03-10");
    await world.moveTo("2027-02-02T10:00:00Z");
    const told = (await world.issue(second)).comments.filter((words) => words.includes("in other runs"));
    expect(told).toEqual([
      `handrail[bot]: @demo-lena, this run has begun, and this is what its plan warns of:\n\n- ${load(8, 4)}`,
    ]);
  });
});
