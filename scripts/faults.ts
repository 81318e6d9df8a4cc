import { parseArgs } from "node:util";
import { reportLines } from "./faults/report.ts";
import { type RunOptions, runSchedules } from "./faults/run-schedules.ts";

const usage = `Usage: npm run faults -- [--schedules N] [--seed S] [--processes 1|2] [--stale] [--trace] [--exhaustive] [--only N]

Plays whole lives of random processes while requests fail, answers are lost, processes are killed, limits strike and webhooks
come twice, late or never, and compares what people see with the same life without faults. Exit code 1 when anything differs.

  --schedules N   how many lives, 300 when left out
  --seed S        where chance begins, 1 when left out
  --processes 2   two processes of the bot hear everything
  --stale         reads and lists lag behind writes
  --trace         show every fault of the first life that fails, not only the fewest that make it fail
  --only N        play schedule N alone
  --exhaustive    instead: three lives of the seed, each happening with each fault at each request and webhook; with
                  --only N life N alone
`;

/** So many lives are gone through with --exhaustive; each takes a few thousand plays of a happening. */
const exhaustedLives = 3;
/** Milliseconds between two words on how far it is. */
const progressEvery = 15_000;

const { values } = parseArgs({
  options: {
    schedules: { type: "string", default: "300" },
    seed: { type: "string", default: "1" },
    processes: { type: "string", default: "1" },
    only: { type: "string" },
    stale: { type: "boolean", default: false },
    trace: { type: "boolean", default: false },
    exhaustive: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});

const options: RunOptions = {
  schedules: wholeNumber("schedules", values.schedules),
  seed: wholeNumber("seed", values.seed),
  processes: values.processes === "2" ? 2 : 1,
  stale: values.stale,
};
const print = (lines: readonly string[]): void => {
  process.stdout.write(`${lines.join("\n")}\n`);
};

if (values.help) process.stdout.write(usage);
else if (values.exhaustive) await exhaustive();
else if (values.only !== undefined) await explain(wholeNumber("only", values.only));
else await all();

async function all(): Promise<void> {
  const began = performance.now();
  const tell = progress();
  const tallies = await runSchedules(options, ({ ours }) =>
    tell(`${ours.schedules} of ${options.schedules} schedules, ${ours.failed} ended otherwise`),
  );
  print([...reportLines(tallies), `${secondsSince(began)} s, seed ${options.seed}`]);
  const [first] = tallies.ours.failures;
  if (first === undefined) return;
  print([`Schedules that failed first: ${tallies.ours.failures.join(", ")}`]);
  await explain(first);
}

/** Plays one schedule again, and shows what makes it fail. */
async function explain(number: number): Promise<void> {
  // Only who plays needs the bot; who hands out parts begins sooner without.
  const { explainSchedule } = await import("./faults/explain-schedule.ts");
  const lines = await explainSchedule(options, number, { isWhole: values.trace });
  if (lines === undefined) return print([`Schedule ${number} of seed ${options.seed} is fine.`]);
  print([`Schedule ${number} of seed ${options.seed}:`, ...lines]);
  process.exitCode = 1;
}

async function exhaustive(): Promise<void> {
  const began = performance.now();
  const { runExhaustively } = await import("./faults/run-exhaustively.ts");
  const tell = progress();
  const lives =
    values.only === undefined ? [...Array(exhaustedLives).keys()] : [wholeNumber("only", values.only)];
  const { cases, failures } = await runExhaustively(options, lives, ({ played, parts, ...soFar }) =>
    tell(
      `${played} of ${parts} parts, ${soFar.cases} single faults, ${soFar.failures.length} ended otherwise`,
    ),
  );
  print([
    `${cases} single faults, ${failures.length} of them end otherwise than without.`,
    ...failures.slice(0, 20),
    `${secondsSince(began)} s, seed ${options.seed}`,
  ]);
  if (failures.length > 0) process.exitCode = 1;
}

/** Says how far it is, now and then, where it does not get into the results. */
function progress(): (words: string) => void {
  let last = performance.now();
  return (words) => {
    if (performance.now() - last < progressEvery) return;
    last = performance.now();
    process.stderr.write(`${words}\n`);
  };
}

function secondsSince(began: number): number {
  return Math.round((performance.now() - began) / 100) / 10;
}

function wholeNumber(option: string, text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  console.error(`Unexpected --${option} ${text}, expected a whole number.\n\n${usage}`);
  process.exit(2);
}
