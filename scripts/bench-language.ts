import { availableParallelism, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { timeCheck } from "../test/core/bench/time-check.ts";
import { timeHostile } from "../test/core/bench/time-hostile.ts";
import { timeLooks } from "../test/core/bench/time-looks.ts";
import { timePlans } from "../test/core/bench/time-plans.ts";

/**
 * Measures the process language: `node scripts/bench-language.ts [--processes 1000]`. Prints Markdown. Each figure stands
 * beside another way of doing the same, or a part of it, on the same texts in the same run. Other work on the machine makes
 * all of them worse, least so what the processor itself takes.
 */
// As the command does it: Node asks the system for each look at the environment, and the YAML parser looks at every word.
process.env = { ...process.env };

const { values } = parseArgs({ options: { processes: { type: "string", default: "1000" } } });
const processes = Number(values.processes);
const barMilliseconds = 50;

const print = (...lines: readonly string[]) => process.stdout.write(`${lines.join("\n")}\n`);
const inSeconds = (seconds: number) => (Number.isNaN(seconds) ? "not known" : seconds.toFixed(2));
const inMilliseconds = (seconds: number) => (seconds * 1000).toFixed(0);
const aSecond = (seconds: number) => Math.round(1 / seconds).toLocaleString("en");

print(
  `## Checking ${processes.toLocaleString("en")} processes (bar: 3 s for 1,000)\n`,
  "| way | seconds | of the processor |",
  "| --- | --- | --- |",
);
for (const [what, { seconds, processorSeconds }] of await timeCheck(processes))
  print(`| ${what} | ${inSeconds(seconds)} | ${inSeconds(processorSeconds)} |`);

print(
  "\n## Plans of 30 steps with holidays (bar: 2,000 a second)\n",
  "| way | plans a second | a second of the processor |",
  "| --- | --- | --- |",
);
for (const [what, { seconds, processorSeconds }] of timePlans())
  print(`| ${what} | ${aSecond(seconds)} | ${aSecond(processorSeconds)} |`);

const looks = timeLooks();
print(
  "\n## A look at a run of 98 steps with 200 departures (bar: 30 ms)\n",
  "| run | ms | of the processor |",
  "| --- | --- | --- |",
);
for (const [what, { seconds, processorSeconds }] of Object.entries(looks))
  print(`| ${what} | ${inMilliseconds(seconds)} | ${inMilliseconds(processorSeconds)} |`);

const hostile = timeHostile();
const isOver = (seconds: number) => seconds * 1000 > barMilliseconds;
const over = hostile.filter(({ cost }) => isOver(cost.seconds)).length;
const overProcessor = hostile.filter(({ cost }) => isOver(cost.processorSeconds)).length;
print(
  `\n## ${hostile.length} hostile files (bar: ${barMilliseconds} ms each), the slowest ten\n`,
  "| file | characters | ms | of the processor | the first time |",
  "| --- | --- | --- | --- | --- |",
);
for (const { what, characters, cost, first } of hostile.slice(0, 10)) {
  const times = [cost.seconds, cost.processorSeconds, first.processorSeconds].map(inMilliseconds);
  print(`| ${[what, characters.toLocaleString("en"), ...times].join(" | ")} |`);
}
const load = loadavg()[0]?.toFixed(1) ?? "?";
print(
  `\n${over} of ${hostile.length} take longer than the bar by the clock, ${overProcessor} of the processor.`,
  `Load of the machine at the end: ${load}, with ${availableParallelism()} processors.`,
);
