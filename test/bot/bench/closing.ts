import { botCalls, botFor, openStart, request, sandboxWith } from "./bench-world.ts";
import { type Cost, costOf } from "./cost.ts";
import { longBody, longHandbook } from "./long-process.ts";

/** What it takes to hand over when the first of so many steps is closed. */
export async function closeFirstStep(steps: number): Promise<Cost> {
  const sandbox = sandboxWith(longHandbook(steps), ["demo-ann"]);
  const bot = botFor(sandbox);
  const run = await openStart(sandbox, "demo-ann", "Long: bench", longBody());
  await bot.runs.look(bot.ref, run);
  const first = [...sandbox.state.issues.values()].find(({ parentNumber }) => parentNumber === run);
  await request(sandbox, "demo-ann", "PATCH", `/issues/${first?.number}`, { state: "closed" });
  sandbox.resetCalls();
  await bot.runs.look(bot.ref, run);
  return costOf(botCalls(sandbox));
}
