import { botCalls, botFor, openStart, sandboxWith } from "./bench-world.ts";
import { longBody, longHandbook } from "./long-process.ts";

/** What a sweep asks and writes over so many runs of so many steps each, when nothing is due. */
export async function idleSweep(runs: number, steps: number) {
  const sandbox = sandboxWith(longHandbook(steps), ["demo-ann"]);
  const bot = botFor(sandbox);
  for (let index = 0; index < runs; index += 1) {
    await bot.runs.look(bot.ref, await openStart(sandbox, "demo-ann", `Long: ${index}`, longBody));
  }
  await bot.runs.sweep(bot.ref);
  sandbox.resetCalls();
  await bot.runs.sweep(bot.ref);
  const calls = botCalls(sandbox);
  return { open: runs * steps, requests: calls.length, writes: calls.filter(({ write }) => write).length };
}
