import { describe, expect, test } from "vitest";
import { octokitClass } from "../../../bot/github/octokit-class.ts";
import type { RequestPolicy } from "../../../bot/github/request-policy.ts";
import { createMemoryPace } from "../../../bot/pace/memory-pace.ts";
import { gitHubLimits } from "../../../bot/pace/take-turn.ts";
import { TooSoon } from "../../../bot/ports/work-queue.ts";

/** A client whose account may go on in ten seconds; its waits end when `wake` is called. */
async function waitingClient(options: Pick<RequestPolicy, "patience" | "stopping">) {
  const store = createMemoryPace();
  await store.update("app", (state) => ({ state: { ...state, notBefore: 10_000 }, result: undefined }));
  const waits = Promise.withResolvers<void>();
  const sleeping = Promise.withResolvers<void>();
  const policy: RequestPolicy = {
    writeSpacing: 1000,
    timeout: 30_000,
    tries: 1,
    now: () => 0,
    sleep: () => {
      sleeping.resolve();
      return waits.promise;
    },
    ...options,
  };
  const Octokit = octokitClass(policy, { store, limits: gitHubLimits });
  const octokit = new Octokit({
    baseUrl: "http://localhost",
    request: { fetch: async () => Response.json({ fine: true }) },
  });
  return { ask: () => octokit.request("GET /"), wake: waits.resolve, sleeping: sleeping.promise };
}

describe("a wait, when the program is asked to end", () => {
  test("is put off when it is longer than the patience that is left", async () => {
    const stop = Promise.withResolvers<void>();
    let patience = 15_000;
    const { ask, sleeping } = await waitingClient({ patience: () => patience, stopping: stop.promise });
    const asking = ask();
    await sleeping;
    patience = 2000;
    stop.resolve();
    await expect(asking).rejects.toEqual(new TooSoon(10_000, 10_000));
  });

  test("is waited out when it is short", async () => {
    const stop = Promise.withResolvers<void>();
    const { ask, wake, sleeping } = await waitingClient({ patience: () => 15_000, stopping: stop.promise });
    const asking = ask();
    await sleeping;
    stop.resolve();
    wake();
    expect((await asking).status).toBe(200);
  });

  test("is not begun at all when there is no patience left", async () => {
    const { ask } = await waitingClient({ patience: () => Number.NEGATIVE_INFINITY });
    await expect(ask()).rejects.toBeInstanceOf(TooSoon);
  });
});
