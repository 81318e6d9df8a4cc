import { botCalls, botFor, openStart, sandboxWith, withoutOthers } from "./bench-world.ts";
import { type Cost, costOf } from "./cost.ts";
import { longBody, longHandbook } from "./long-process.ts";

/** What sweeps ask for over so many runs of so many steps each, when nothing is due. */
export interface IdleSweep {
  readonly open: number;
  /** By a process that has just begun, as each job of Actions has. */
  readonly first: Cost;
  /** By one that has read the runs before. */
  readonly later: Cost;
}

export async function idleSweep(runs: number, steps: number): Promise<IdleSweep> {
  const sandbox = sandboxWith(longHandbook(steps), ["demo-ann"]);
  const maker = botFor(sandbox, withoutOthers(sandbox.fetch));
  for (let index = 0; index < runs; index += 1)
    await maker.runs.look(maker.ref, await openStart(sandbox, "demo-ann", `Long: ${index}`, longBody(index)));
  await maker.runs.sweep(maker.ref);
  const bot = botFor(sandbox);
  const sweepAt = async (now: string) => {
    bot.setNow(now);
    sandbox.resetCalls();
    await bot.runs.sweep(bot.ref);
    return costOf(botCalls(sandbox));
  };
  return {
    open: runs * steps,
    first: await sweepAt("2026-11-02T11:00:00Z"),
    later: await sweepAt("2026-11-02T12:00:00Z"),
  };
}
