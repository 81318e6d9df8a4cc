import { closings } from "./closings.ts";
import { limits } from "./limits.ts";
import { mails } from "./mails.ts";
import { schedulesPlayed } from "./schedules.ts";
import { starts } from "./starts.ts";
import { sweeps } from "./sweeps.ts";
import { webhooks } from "./webhooks.ts";

/**
 * Measures the bot against the local GitHub: `node scripts/bench-bot/main.ts`, or only what is named, such as `sweeps`. Prints
 * Markdown. Where nothing else is said, times are virtual: a clock that jumps ahead whenever something waits, so that they show
 * what the spacing of requests costs, on any machine alike.
 */
const measures = { starts, closings, sweeps, limits, mails, webhooks, schedules: schedulesPlayed };

const named = process.argv.slice(2);
for (const [name, measure] of Object.entries(measures))
  if (named.length === 0 || named.includes(name)) process.stdout.write(`${await measure()}\n`);
