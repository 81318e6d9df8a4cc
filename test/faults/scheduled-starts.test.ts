import { expect, test } from "vitest";
import { startProcess } from "../../scripts/faults/bot-process.ts";
import { randomFrom } from "../../scripts/faults/random.ts";
import { createTraffic } from "../../scripts/faults/traffic.ts";
import { createFaultWorld, type FaultWorld, name, owner } from "../../scripts/faults/world.ts";
import { monthlyReport } from "../builders.ts";

const files = new Map([
  ["processes/handbook.yml", "title: Handbook\ntimeZone: UTC\nrepository: acme/handbook\nconfirm: never\n"],
  ["processes/roles.yml", "author: { title: Author, people: [demo-jonas] }\n"],
  [
    "processes/content/report.mdx",
    monthlyReport([
      "id: collect, title: Collect the figures, role: author, due: +2d",
      "id: send, title: Send the report, role: author, due: +5d",
    ]),
  ],
]);

/** Sweeps of so many processes at once, their requests answered in an order by chance. */
async function sweepAtOnce(world: FaultWorld, processes: number, seed: number): Promise<void> {
  const traffic = createTraffic(world);
  const bots = await Promise.all(
    Array.from({ length: processes }, (_, process) => startProcess(world, traffic.wayFor(process), "ours")),
  );
  const work = bots.map((bot, process) => ({ process, begin: () => bot.sweep() }));
  await traffic.carry(work, randomFrom(seed), () => undefined);
}

/** Without doubled steps, which were taken off their run. */
function startsIn({ sandbox }: FaultWorld) {
  return [...sandbox.state.issues.values()].filter(({ title }) => title.startsWith("Report: "));
}

function openStepsIn({ sandbox }: FaultWorld): number {
  return [...sandbox.state.issues.values()].filter(
    ({ parentNumber, state }) => parentNumber !== null && state === "open",
  ).length;
}

test("a start that two sweeps open at once goes on once, whatever the order of their requests", async () => {
  let doubled = 0;
  for (let seed = 0; seed < 20; seed += 1) {
    const world = await createFaultWorld(files, "2026-12-01T09:00:00Z", { mayLag: false, overHttp: false });
    await sweepAtOnce(world, 2, seed);
    await sweepAtOnce(world, 1, seed);
    const starts = startsIn(world);
    doubled += starts.length - 1;
    expect({ seed, open: starts.filter(({ state }) => state === "open").length }).toEqual({ seed, open: 1 });
    expect({ seed, steps: openStepsIn(world) }).toEqual({ seed, steps: 2 });
    for (const { comments, state } of starts.slice(1)) {
      expect(state).toBe("closed");
      expect(comments.map(({ body }) => body.split("\n")[0])).toEqual([
        "I opened this start twice by mistake, and #1 is the one that counts. Nothing is needed here.",
      ]);
    }
    await world.close();
  }
  expect(doubled).toBeGreaterThan(0);
});

/** Two runs of one start, both begun: the second was opened while lists did not show the first. */
async function beginTwice(): Promise<FaultWorld> {
  const world = await createFaultWorld(files, "2026-12-01T09:00:00Z", { mayLag: false, overHttp: false });
  await sweepAtOnce(world, 1, 1);
  const { issues } = world.sandbox.state;
  const hidden = [...issues];
  issues.clear();
  await sweepAtOnce(world, 1, 1);
  const later = [...issues];
  issues.clear();
  for (const [number, issue] of [...hidden, ...later]) issues.set(number, issue);
  expect(openStepsIn(world)).toBe(4);
  return world;
}

test("a doubled start that has begun is cancelled", async () => {
  const world = await beginTwice();
  await sweepAtOnce(world, 1, 1);
  expect(startsIn(world).map(({ state }) => state)).toEqual(["open", "closed"]);
  expect(openStepsIn(world)).toBe(2);
  const before = world.sandbox.calls().length;
  await sweepAtOnce(world, 1, 1);
  expect(
    world.sandbox
      .calls()
      .slice(before)
      .filter(({ write }) => write),
  ).toEqual([]);
  await world.close();
});

test.each([
  ["somebody has worked in it", /^Collect/, "closed"],
  ["somebody opened it again", /^Report/, "open"],
])("a doubled start is left to people when %s", async (_name, title, state) => {
  const world = await beginTwice();
  const later = [...world.sandbox.state.issues.values()].filter((issue) => title.test(issue.title)).at(-1);
  const set = (to: string) =>
    world.sandbox.fetch(`${world.sandbox.links.api}/repos/${owner}/${name}/issues/${later?.number}`, {
      method: "PATCH",
      headers: {
        authorization: `Bearer ${world.sandbox.tokens["demo-jonas"]}`,
        "content-type": "application/json",
        "user-agent": "test",
      },
      body: JSON.stringify({ state: to }),
    });
  await set("closed");
  if (state === "open") await set("open");
  await sweepAtOnce(world, 1, 1);
  expect(startsIn(world).map((start) => start.state)).toEqual(["open", "open"]);
  await world.close();
});
