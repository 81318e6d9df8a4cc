import type { EventEmitter } from "node:events";
import type { Bot } from "../create-bot.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { BesideWorld } from "./beside.ts";

/** What is shown beside a bot may know of its work. `work` emits `done` for each piece that has ended. */
export function besideWorld(
  { access, runs }: Pick<Bot, "access" | "runs">,
  { log, now, work }: { readonly log: Log; readonly now: Clock; readonly work: EventEmitter },
): BesideWorld {
  return {
    log,
    now,
    onWork: (listener) => void work.on("done", listener),
    async collectRuns(repository) {
      const isWanted = ({ owner, name }: { readonly owner: string; readonly name: string }) =>
        `${owner}/${name}`.toLowerCase() === repository.toLowerCase();
      const found = (await access.repositories(() => undefined)).find(isWanted);
      if (found === undefined) throw new Error(`The App is not installed on ${repository}.`);
      const { owner, name, account } = found;
      return runs.collect({ owner, name, octokit: await access.clientOf(account) });
    },
  };
}
