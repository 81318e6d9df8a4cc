import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import type { RunObservation, RunRepository } from "../../bot/ports/run-repository.ts";
import type { Client } from "../../scripts/faults/bot-process.ts";
import type { RequestFault } from "../../scripts/faults/fault.ts";
import type { Struck } from "../../scripts/faults/single-faults.ts";
import { fixedLife } from "./fixed-life.ts";

const timeout = 240_000;
const broken = vi.hoisted(() => ({ keys: false, order: false, readBack: false }));

vi.mock("../../core/run/said.ts", async (load) => {
  const real = await load<typeof import("../../core/run/said.ts")>();
  return {
    ...real,
    hasSaid: (...args: Parameters<typeof real.hasSaid>) => !broken.keys && real.hasSaid(...args),
  };
});
vi.mock("../../core/run/changes/in-stages.ts", async (load) => {
  const real = await load<typeof import("../../core/run/changes/in-stages.ts")>();
  return {
    inStages: (...args: Parameters<typeof real.inStages>) => {
      const stages = real.inStages(...args);
      return broken.order ? stages.toReversed() : stages;
    },
  };
});
vi.mock("../../bot/reconcile.ts", async (load) => {
  const real = await load<typeof import("../../bot/reconcile.ts")>();
  return {
    ...real,
    reconcile: (repository: RunRepository, ...rest: Rest) =>
      real.reconcile(broken.readBack ? withoutReadBack(repository) : repository, ...rest),
  };
});
type Rest =
  Parameters<typeof import("../../bot/reconcile.ts").reconcile> extends [unknown, ...infer Rest]
    ? Rest
    : never;

/** After a write whose outcome nobody knows, the run is taken to be as it was before it. */
function withoutReadBack(repository: RunRepository): RunRepository {
  let before: RunObservation | undefined;
  return {
    ...repository,
    async observe(number) {
      const known = before;
      before = undefined;
      return known ?? repository.observe(number);
    },
    async act(changes, observation) {
      try {
        return await repository.act(changes, observation);
      } catch (error) {
        before = observation;
        throw error;
      }
    },
  };
}

/** Test files share the modules they load, so those that are broken here are loaded anew, and again for the files after this one. */
let { playCalm } = {} as typeof import("../../scripts/faults/play.ts");
let { singleFaults } = {} as typeof import("../../scripts/faults/single-faults.ts");
beforeAll(async () => {
  vi.resetModules();
  ({ playCalm } = await import("../../scripts/faults/play.ts"));
  ({ singleFaults } = await import("../../scripts/faults/single-faults.ts"));
});
afterAll(() => vi.resetModules());
afterEach(() => {
  broken.keys = false;
  broken.order = false;
  broken.readBack = false;
});

/** Every request of the life struck by one fault; the first time it ends otherwise. */
async function firstViolation(fault: RequestFault, client: Client): Promise<Struck | undefined> {
  const calm = await playCalm(fixedLife);
  expect(calm.violations).toEqual([]);
  let struck = 0;
  for await (const one of singleFaults(fixedLife, calm, {
    processes: 1,
    stale: false,
    client,
    requests: [fault],
    events: [],
  })) {
    struck += 1;
    if (one.violations.length > 0) return one;
  }
  expect(struck).toBeGreaterThan(30);
  return undefined;
}

test.each<RequestFault>(["502-after", "partial", "kill-after"])(
  "nothing is amiss after %s at any request",
  { timeout },
  async (fault) => {
    expect(await firstViolation(fault, "ours")).toBeUndefined();
  },
);

test("a client that repeats a write whose answer was lost is found out", { timeout }, async () => {
  expect(await firstViolation("502-after", "stock")).toBeDefined();
});

test("repeating a write whose answer was lost without looking is found out", { timeout }, async () => {
  broken.readBack = true;
  expect(await firstViolation("502-after", "ours")).toBeDefined();
});

test("saying things without looking whether they were said is found out", { timeout }, async () => {
  broken.keys = true;
  expect((await playCalm(fixedLife)).violations).not.toEqual([]);
});

test("writing words before the ledger is found out", { timeout }, async () => {
  broken.order = true;
  expect(await firstViolation("kill-after", "ours")).toBeDefined();
});
