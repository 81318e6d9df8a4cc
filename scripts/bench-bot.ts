import { closeFirstStep } from "../test/bot/bench/closing.ts";
import { countMails } from "../test/bot/bench/count-mails.ts";
import { idleSweep } from "../test/bot/bench/idle-sweep.ts";
import { manyStarts } from "../test/bot/bench/many-starts.ts";
import { startWithHandrail, startWithRest } from "../test/bot/bench/start-long-run.ts";

/**
 * Measures the bot against the local GitHub: `node scripts/bench-bot.ts`. Prints Markdown. Times are virtual: a clock that
 * jumps ahead whenever something waits, so that they show what the spacing of requests costs, on any machine alike.
 */
const print = (...lines: readonly string[]) => process.stdout.write(`${lines.join("\n")}\n`);

print(
  "## Starting a run: requests and points, and seconds that their spacing takes\n",
  "| steps | Handrail: requests | beyond one a step | points | seconds | REST one by one, Probot's defaults: requests | seconds |",
  "| --- | --- | --- | --- | --- | --- | --- |",
);
for (const steps of [8, 20, 60, 98]) {
  const ours = await startWithHandrail(steps);
  const rest = await startWithRest(steps);
  const cells = [steps, ours.requests, ours.requests - steps, ours.points, ours.seconds.toFixed(1)];
  print(`| ${[...cells, rest.requests, rest.seconds.toFixed(1)].join(" | ")} |`);
}

print(
  "\n## Handing over after the first step was closed\n",
  "| steps | requests | writes | points |",
  "| --- | --- | --- | --- |",
);
for (const steps of [8, 20, 60, 98]) {
  const { requests, writes, points } = await closeFirstStep(steps);
  print(`| ${[steps, requests, writes, points].join(" | ")} |`);
}

print(
  "\n## A sweep where nothing is due: the first of a process, and each later one\n",
  "| runs | open steps | first: requests | writes | points | later: requests | writes | points |",
  "| --- | --- | --- | --- | --- | --- | --- | --- |",
);
for (const [runs, steps] of [
  [10, 8],
  [10, 50],
  [50, 8],
  [100, 5],
  [500, 2],
] as const) {
  const { open, first, later } = await idleSweep(runs, steps);
  const cells = [first, later].flatMap(({ requests, writes, points }) => [requests, writes, points]);
  print(`| ${[runs, open, ...cells].join(" | ")} |`);
}

const many = await manyStarts(50, 20);
print(
  "\n## 50 starts of 20 steps at one moment, under GitHub's limits of 80 a minute and 500 an hour\n",
  `${many.complete.length} complete after ${many.minutes.toFixed(0)} minutes, ${many.refusals} refusals, ${many.requests} requests; ${many.notices.length} runs were told that they wait.`,
);

print(
  "\n## Mails from the bot in a whole run of the blog process, everyone on time\n",
  "| person | mails | assigned at the start | their turn, reminders, the end |",
  "| --- | --- | --- | --- |",
);
for (const { login, assigned, others } of await countMails()) {
  print(`| ${login} | ${assigned + others} | ${assigned} | ${others} |`);
}
