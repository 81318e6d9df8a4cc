import { freshPace, type PaceState, type PaceStore } from "../ports/pace.ts";
import type { RedisClient } from "../queue/redis-packages.ts";

const oneHour = 3600;
/** Sets a value if it still is what was read; 1 when it was. An hour later nothing of it counts any more. */
const setIfUnchanged = `
if (redis.call("GET", KEYS[1]) or "") == ARGV[1] then
  redis.call("SET", KEYS[1], ARGV[2], "EX", ARGV[3])
  return 1
end
return 0`;

/** The pace of processes that share a Redis. A state that another changed meanwhile is read and changed again. */
export function createRedisPace(client: RedisClient, name: string): PaceStore {
  return {
    async update(account, change) {
      const key = `${name}:pace:${account}`;
      for (;;) {
        const text = (await client.get(key)) ?? "";
        const before = text === "" ? freshPace : (JSON.parse(text) as PaceState);
        const { state, result } = change(before);
        if (state === before) return result;
        const isSet = await client.eval(setIfUnchanged, 1, key, text, JSON.stringify(state), 2 * oneHour);
        if (isSet === 1) return result;
      }
    },
  };
}
