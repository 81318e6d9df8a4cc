import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { FaultEffect } from "../../sandbox/index.ts";
import { articleHandbook, formBody, openTestWorld, type SeenIssue, type TestWorld } from "./world.ts";

const files = articleHandbook([
  "id: draft, title: Write the draft, role: author, due: -5d",
  "id: approve, title: Approve the draft, kind: approval, approvers: editor, due: -2d",
  "id: publish, title: Publish, role: author, due: 0d",
]);

const body = formBody({ Process: "article", "Publish date": "2026-12-18", People: "" });
let world: TestWorld;
afterEach(() => world.close());

/** A short run: started, one step done, one approved. Events may be lost on the way; two sweeps end it. */
async function play(prepare: (world: TestWorld) => void): Promise<SeenIssue[]> {
  world = await openTestWorld({ now: "2026-11-02T09:00:00Z", files, quiet: true });
  prepare(world);
  const run = await world.as("demo-lena").open("Write an article: Rails", body, ["handrail:run"]);
  await sweepUntilCalm();
  const step = async (title: string) =>
    (await world.issues()).find((issue) => issue.title.startsWith(title))?.number ?? 0;
  await world.as("demo-jonas").close(await step("Write the draft"));
  await sweepUntilCalm();
  await world.as("demo-lena").comment(await step("Approve"), "/approve");
  await sweepUntilCalm();
  expect((await world.issue(run)).title).toBe("Write an article: Rails");
  return world.issues();
}

async function sweepUntilCalm(): Promise<void> {
  for (let round = 0; round < 3; round += 1) await world.sweep().catch(() => undefined);
}

/** What has to be alike however the way there was: everything people see. Numbers may differ when an answer was lost. */
function visible(issues: readonly SeenIssue[]) {
  const titleOf = (number: number) => issues.find((issue) => issue.number === number)?.title ?? `#${number}`;
  const plain = (text: string) =>
    text.replaceAll(world.url, "").replace(/#(\d+)/g, (_, number) => titleOf(Number(number)));
  return issues.map(
    ({ title, state, stateReason, assignees, labels, parent, blockedBy, comments, body: text }) => ({
      title,
      state,
      stateReason,
      assignees,
      labels,
      parent: parent === null ? null : titleOf(parent),
      blockedBy: blockedBy.map(titleOf),
      body: plain(text),
      comments: comments.map(plain).toSorted(),
    }),
  );
}

let calm: ReturnType<typeof visible>;
let writes = 0;
beforeAll(async () => {
  calm = visible(await play(() => undefined));
  writes = world.sandbox.calls().filter((call) => call.write && call.actor === "handrail[bot]").length;
  await world.close();
});

const effects: readonly FaultEffect[] = ["status-before", "status-after", "drop-before", "drop-after"];

describe.each(effects)("an answer that fails: %s", (effect) => {
  test("at any single write ends as if nothing had happened", async () => {
    expect(writes).toBeGreaterThan(6);
    for (let nth = 1; nth <= writes; nth += 1) {
      const issues = await play(({ sandbox }) =>
        sandbox.addFaults([{ kind: "graphql", write: true, actor: "handrail[bot]", nth, effect }]),
      );
      expect({ nth, issues: visible(issues) }).toEqual({ nth, issues: calm });
      if (nth < writes) await world.close();
    }
  });
});

describe("events", () => {
  test.each(["lose", "duplicate", "reorder"] as const)(
    "may %s, and a sweep later all is as it should be",
    async (effect) => {
      const issues = await play(({ sandbox }) =>
        sandbox.addFaults([{ kind: "webhook", effect, times: null }]),
      );
      expect(visible(issues)).toEqual(calm);
    },
  );
});

test("two bots at once leave no step missing or doubled", async () => {
  world = await openTestWorld({ now: "2026-11-02T09:00:00Z", files });
  world.sandbox.addFaults([{ kind: "webhook", effect: "lose", times: null }]);
  const run = await world.as("demo-lena").open("Write an article: Rails", body, ["handrail:run"]);
  await Promise.all([world.lookAlone(run), world.lookAlone(run)]);
  await sweepUntilCalm();
  const steps = (await world.issues()).filter((issue) => issue.parent === run);
  expect(steps.map(({ title }) => title.split(":")[0])).toEqual([
    "Write the draft",
    "Approve the draft",
    "Publish",
  ]);
});
