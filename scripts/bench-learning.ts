import {
  type Duration,
  type LearningFacts,
  learningThresholds,
  type Proposal,
  proposeChanges,
  stepEvidence,
  survivalQuantile,
} from "../core/learning/index.ts";
import type { RunRecord } from "../core/metrics/index.ts";
import { type KnownHistory, knownHistory, type Truth } from "../test/core/learning/known-truth.ts";

/**
 * Holds what runs suggest against generated histories of which the truth is known, and measures what it costs: `node
 * scripts/bench-learning.ts`. Prints Markdown; the same each time but for the seconds. Exit code 1 where more than one in twenty
 * processes whose text is right is suggested about.
 */
const print = (...lines: readonly string[]) => process.stdout.write(`${lines.join("\n")}\n`);
const percent = (part: number, whole: number) =>
  whole === 0 ? "–" : `${Math.round((100 * part) / whole)} %`;

const processes = 200;
const mostFalse = 0.05;
const sizes = [
  [3, 4],
  [5, 9],
  [10, 19],
  [20, 40],
] as const;
const handbook = {
  roles: new Map(),
  processes: new Map(),
  absences: new Map(),
} as unknown as LearningFacts["handbook"];

/** Histories of 3 to 40 runs, as many of each size from 3 to 40 as of any other. */
function histories(seed: number, truthOf: (index: number) => Truth): KnownHistory[] {
  return Array.from({ length: processes }, (_, index) =>
    knownHistory(seed + index, 3 + (index % 38), truthOf(index)),
  );
}

const propose = ({ definition, records, frame }: KnownHistory): readonly Proposal[] =>
  proposeChanges({ definition, handbook, records, frame });

const noise = histories(1000, () => ({ imagesLate: 0, ofTen: 8, isLegalMissing: false }));
const changed = histories(5000, (index) => ({ imagesLate: 2 + (index % 4), ofTen: 8, isLegalMissing: true }));
const muchChanged = histories(7000, (index) => ({
  imagesLate: 2 + (index % 4),
  ofTen: 5,
  isLegalMissing: true,
}));

print(
  `## What is found, of ${processes} processes whose text is right and twice as many in which a check is missing and the images need 2 to 5 days more\n`,
  "| runs | text right: suggested about all the same | time that eight of ten runs need more: found | time that half of them need more: found | missing step: found | something else suggested |",
  "| --- | --- | --- | --- | --- | --- |",
);
let wrong = 0;
for (const [fewest, most] of sizes) {
  const isOfSize = ({ records }: KnownHistory) => records.length >= fewest && records.length <= most;
  const right = noise.filter(isOfSize).map(propose);
  const falsely = right.filter((proposals) => proposals.length > 0).length;
  wrong += falsely;
  const isDate = ({ rule, step }: Proposal) => rule === "too-short" && step === "images";
  const isStep = ({ rule }: Proposal) => rule === "always-added";
  const share = (all: readonly KnownHistory[], isIt: (proposal: Proposal) => boolean) => {
    const found = all.filter(isOfSize).map(propose);
    return percent(found.filter((proposals) => proposals.some(isIt)).length, found.length);
  };
  print(
    `| ${fewest} to ${most} | ${falsely} of ${right.length} (${percent(falsely, right.length)}) | ${share(changed, isDate)} | ${share(muchChanged, isDate)} | ${share(changed, isStep)} | ${share(changed, (proposal) => !isDate(proposal) && !isStep(proposal))} |`,
  );
}
print(
  "",
  `Suggested about although the text is right: ${wrong} of ${processes} (${percent(wrong, processes)}); at most ${percent(mostFalse, 1)}.`,
);
if (wrong > mostFalse * processes) process.exitCode = 1;

print(
  "",
  "## How many days more the images need: error in business days, on average\n",
  "| runs | eight of ten, open ones counted | the naive mean of those that are over |",
  "| --- | --- | --- |",
);
for (const [fewest, most] of sizes.slice(1)) {
  const errors = changed
    .filter(({ records }) => records.length >= fewest && records.length <= most)
    .flatMap(({ definition, records, frame, imagesLate }) => {
      const images = stepEvidence(definition, records, frame).find(({ step }) => step === "images");
      const slips = (images?.durations ?? []).map(
        ({ days, isOver }, index): Duration => ({ days: days - (images?.givenDays[index] ?? 0), isOver }),
      );
      const ours = survivalQuantile(slips, 0.8);
      const over = slips.filter(({ isOver }) => isOver);
      if (ours === undefined || over.length === 0) return [];
      const mean = over.reduce((sum, { days }) => sum + days, 0) / over.length;
      return [[Math.abs(ours - imagesLate), Math.abs(mean - imagesLate)] as const];
    });
  const average = (which: 0 | 1) =>
    (errors.reduce((sum, error) => sum + error[which], 0) / Math.max(1, errors.length)).toFixed(1);
  print(`| ${fewest} to ${most} | ${average(0)} | ${average(1)} |`);
}

const manyProcesses = 1000;
const many = Array.from({ length: manyProcesses }, (_, index) => {
  const history = knownHistory(9000 + index, 10, {
    imagesLate: index % 3,
    ofTen: 5,
    isLegalMissing: index % 2 === 0,
  });
  const id = `process-${index}`;
  return {
    ...history,
    definition: { ...history.definition, id },
    records: history.records.map((record): RunRecord => ({ ...record, process: id })),
  };
});
const runs = many.flatMap(({ records }) => records);
const before = process.cpuUsage();
const byProcess = Map.groupBy(runs, (run) => run.process);
const suggested = many.filter(
  ({ definition, frame }) =>
    proposeChanges({ definition, handbook, records: byProcess.get(definition.id) ?? [], frame }).length > 0,
).length;
const { user, system } = process.cpuUsage(before);
print(
  "",
  "## What it costs\n",
  "| processes | runs | suggested about | seconds of the processor | bytes a run in runs.json |",
  "| --- | --- | --- | --- | --- |",
  `| ${manyProcesses} | ${runs.length} | ${suggested} | ${((user + system) / 1e6).toFixed(1)} | ${Math.round(JSON.stringify(runs).length / runs.length)} |`,
  "",
  `Nothing is suggested with fewer than ${learningThresholds.fewest} runs.`,
);
