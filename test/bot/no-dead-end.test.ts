import fc from "fast-check";
import { expect, test } from "vitest";
import { tries } from "../tries.ts";
import { formBody, launchHandbook, openTestWorld, type SeenIssue, type TestWorld } from "./world.ts";

/** What a run inside the run consists of: a step, one that hangs on an answer, one that may be left out. */
const childSteps = {
  "one step": ["id: draft, title: Draft, role: author, due: -5d"],
  "a question": [
    "id: draft, title: Draft, role: author, due: -5d",
    "id: ads, title: Ads, role: author, due: -2d, when: { paid: yes }",
  ],
  "a question and no more": ["id: ads, title: Ads, role: author, due: -2d, when: { paid: yes }"],
  "a checkpoint": [
    "id: draft, title: Draft, role: author, due: -5d, optional: true",
    "id: written, title: Written, kind: checkpoint, role: lead, due: -1d",
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Where the run inside stands among the other steps. */
const shapes = {
  "the child alone": ["CHILD after: []"],
  "the child first": ["CHILD after: []", "id: day, title: Day, role: lead, due: 0d"],
  "the child between": [
    "id: plan, title: Plan, role: lead, due: -20d",
    "CHILD",
    "id: day, title: Day, role: lead, due: 0d",
  ],
  "the child beside": [
    "id: plan, title: Plan, role: lead, due: -20d",
    "CHILD after: []",
    "id: day, title: Day, role: lead, due: 0d, after: [plan, article]",
  ],
  "the child last": ["id: plan, title: Plan, role: lead, due: -20d", "CHILD"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

function filesOf(child: keyof typeof childSteps, shape: keyof typeof shapes): ReadonlyMap<string, string> {
  const steps = shapes[shape].map((step) =>
    step.replace(
      /^CHILD(.*)$/,
      (_all, more: string) =>
        `id: article, title: Article, kind: process, process: article, role: editor, due: -1d${more === "" ? "" : `,${more}`}`,
    ),
  );
  const files = launchHandbook({ launch: steps, article: childSteps[child] });
  const article = files.get("content/article.mdx") ?? "";
  const asks = "ask:\n  - { id: paid, label: Paid promotion, type: yes-no }\nsteps:";
  return new Map([...files, ["content/article.mdx", article.replace("steps:", asks)]]);
}

/** A world with one run in it that has another one inside. */
interface Play {
  readonly world: TestWorld;
  readonly run: number;
  /** The newest issue of a step, by the beginning of its title; nothing while there is none. */
  readonly find: (title: string) => Promise<SeenIssue | undefined>;
}

async function begin(world: TestWorld): Promise<Play> {
  const body = formBody({ Process: "launch", "Launch date": "2027-01-29", People: "" });
  const run = await world.as("demo-lena").open("Launch: Rails", body, ["handrail:run"]);
  const isStep = ({ number, title }: SeenIssue, begins: string) => number !== run && title.startsWith(begins);
  return {
    world,
    run,
    find: async (title) => (await world.issues()).findLast((issue) => isStep(issue, title)),
  };
}

/** What the runs that are open show of themselves: the one above, and that inside it. */
async function statusesOf({ world, run }: Play): Promise<string[]> {
  const open = (await world.issues()).filter(
    ({ number, parent, state }) => state === "open" && (number === run || parent === run),
  );
  const statuses = await Promise.all(open.map(({ number }) => world.status(number)));
  return statuses.filter((status) => status !== "");
}

/** Something that happens to the run inside, and that nobody needs. */
const detours = {
  nothing: async () => undefined,
  "the child is cancelled": async ({ world, find }: Play) => {
    const child = await find("Article");
    if (child?.state === "open")
      await world.as("demo-lena").comment(child.number, "/cancel the magazine writes it");
  },
  "the child is closed as not planned": async ({ world, find }: Play) => {
    const child = await find("Article");
    if (child?.state !== "open") return;
    await world.as("demo-lena").comment(child.number, "The magazine writes it.");
    await world.as("demo-lena").close(child.number, "not_planned");
  },
  "the child is closed": async ({ world, find }: Play) => {
    const child = await find("Article");
    if (child?.state === "open") await world.as("demo-lena").close(child.number);
  },
  "somebody tries to skip the child": async ({ world, find }: Play) => {
    const child = await find("Article");
    if (child?.state === "open") await world.as("demo-lena").comment(child.number, "/skip we need none");
  },
  "the child is opened again": async ({ world, find }: Play) => {
    const child = await find("Article");
    if (child?.state === "closed") await world.as("demo-lena").reopen(child.number);
  },
  "its work is opened again": async ({ world, find }: Play) => {
    const draft = (await find("Draft")) ?? (await find("Ads"));
    if (draft?.state === "closed") await world.as("demo-lena").reopen(draft.number);
  },
  "its work is left out": async ({ world, find }: Play) => {
    const draft = await find("Draft");
    if (draft?.state === "open") await world.as("demo-lena").comment(draft.number, "/skip nobody needs it");
  },
  "the child is taken off the run": async ({ world, find, run }: Play) => {
    const child = await find("Article");
    if (child?.parent === run) await world.as("demo-lena").removeSubIssue(run, child.number);
  },
  "the child is transferred": async ({ world, find, run }: Play) => {
    const child = await find("Article");
    if (child?.parent !== run) return;
    await fetch(`${world.url}/sandbox/transfer`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ issue: child.number }),
    });
    await world.look(run);
  },
  "the step before the child is opened again": async ({ world, find }: Play) => {
    const plan = await find("Plan");
    if (plan?.state === "closed") await world.as("demo-lena").reopen(plan.number);
  },
} satisfies Readonly<Record<string, (tools: Play) => Promise<void>>>;

/** Takes the next turn that a status shows; false when none does. */
async function takeTurn(world: TestWorld, statuses: readonly string[]): Promise<boolean> {
  for (const status of statuses) {
    const [, next] = /\*\*Whose turn it is:\*\* #(\d+)/.exec(status) ?? [];
    const [, asked] = /\*\*Waits for an answer:\*\* #(\d+)/.exec(status) ?? [];
    if (next !== undefined) {
      await world.as("demo-sofia").close(Number(next));
      return true;
    }
    if (asked !== undefined) {
      await world.as("demo-lena").comment(Number(asked), "/decide yes");
      return true;
    }
  }
  return false;
}

test("a run with a run inside it always has somebody whose turn it is, or asks, whatever becomes of the one inside", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...(Object.keys(childSteps) as (keyof typeof childSteps)[])),
      fc.constantFrom(...(Object.keys(shapes) as (keyof typeof shapes)[])),
      fc.array(fc.constantFrom(...(Object.keys(detours) as (keyof typeof detours)[])), { maxLength: 3 }),
      async (child, shape, wishes) => {
        const world = await openTestWorld({ now: "2026-11-02T09:00:00Z", files: filesOf(child, shape) });
        try {
          const play = await begin(world);
          const isOpen = async () => (await world.issue(play.run)).state === "open";
          for (let turns = 0; await isOpen(); turns += 1) {
            const wish = wishes[turns];
            if (wish !== undefined) await detours[wish](play);
            if (!(await isOpen())) break;
            expect(turns).toBeLessThan(25);
            const statuses = await statusesOf(play);
            expect([statuses, await takeTurn(world, statuses)]).toEqual([expect.anything(), true]);
          }
          expect((await world.issue(play.run)).stateReason).toBe("completed");
          expect(
            (await world.issues()).filter(({ parent, state }) => parent === play.run && state === "open"),
          ).toEqual([]);
          expect(world.sandbox.defects()).toEqual([]);
        } finally {
          await world.close();
        }
      },
    ),
    { numRuns: tries(10) },
  );
});
