import { afterAll, beforeAll, expect, test } from "vitest";
import { createRedisPace } from "../../../bot/pace/redis-pace.ts";
import { gitHubLimits, takeTurn } from "../../../bot/pace/take-turn.ts";
import type { PaceStore } from "../../../bot/ports/pace.ts";
import { loadRedisPackages, type RedisClient } from "../../../bot/queue/redis-packages.ts";
import { missingForRedis, type StartedRedis, startRedis } from "../server/redis.ts";

const missing = await missingForRedis();
let redis: StartedRedis;
const clients: RedisClient[] = [];

/** The pace as another process sees it. */
async function paceOfProcess(): Promise<PaceStore> {
  const { Redis } = await loadRedisPackages();
  const client = new Redis(redis.url, {});
  clients.push(client);
  return createRedisPace(client, "handrail-1");
}

beforeAll(async () => {
  if (missing === undefined) redis = await startRedis();
});
afterAll(async () => {
  for (const client of clients) client.disconnect();
  if (missing === undefined) await redis.close();
});

test.skipIf(missing)(
  "two processes at once never take more turns than GitHub allows, nor the same one",
  async () => {
    const processes = [await paceOfProcess(), await paceOfProcess()];
    const comment = { isWrite: true, spacing: 1000, steps: 0, words: 1 };
    const turns = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        processes[index % 2]?.update("7", (state) => takeTurn(state, comment, 3_600_000, gitHubLimits)),
      ),
    );
    const taken = turns.filter((turn) => turn?.isTaken).map((turn) => turn?.at);
    expect(taken).toHaveLength(80);
    expect(new Set(taken).size).toBe(80);
  },
);

test.skipIf(missing)(
  "what GitHub asked of one process holds for the other, and for no other account",
  async () => {
    const [one, other] = [await paceOfProcess(), await paceOfProcess()];
    await one.update("8", (state) => ({ state: { ...state, notBefore: 5000 }, result: undefined }));
    const seenBy = (pace: PaceStore, account: string) =>
      pace.update(account, (state) => ({ state, result: state.notBefore }));
    expect(await seenBy(other, "8")).toBe(5000);
    expect(await seenBy(other, "9")).toBe(0);
  },
);
