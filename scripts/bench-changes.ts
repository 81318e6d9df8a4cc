import { existsSync, readFileSync } from "node:fs";
import type { CivilDate } from "../core/calendar/index.ts";
import { handbookMeaning, meaningAsMarkdown } from "../core/change/index.ts";
import { type HandbookFiles, settingsFiles } from "../core/definition/index.ts";
import { createHandbookOpener } from "../core/handbook/index.ts";
import { pullRequestCost } from "../test/bot/bench/pull-request-cost.ts";

/**
 * Measures what it takes to tell what a change means: `node scripts/bench-changes.ts`. Prints Markdown. The handbook is that of a large
 * company, made of the texts this repository ships.
 */
const print = (...lines: readonly string[]) => process.stdout.write(`${lines.join("\n")}\n`);

const texts = ["content/publish-blog-post", "content/send-newsletter", "events/hold-webinar"].map((path) =>
  readFileSync(`processes/${path}.mdx`, "utf8"),
);

function handbookWith(processes: number, changed: number): HandbookFiles {
  const files = new Map(
    settingsFiles
      .filter((name) => existsSync(`processes/${name}`))
      .map((name) => [name, readFileSync(`processes/${name}`, "utf8")]),
  );
  for (let index = 0; index < processes; index += 1) {
    const text = (texts[index % texts.length] ?? "").replace(/^title: (.*)$/m, `title: $1 ${index}`);
    files.set(
      `content/process-${index}.mdx`,
      index < changed ? text.replace(/due: -(\d+)bd/, (_, days) => `due: -${Number(days) + 2}bd`) : text,
    );
  }
  return files;
}

print(
  "## What a change means: seconds of the processor from the texts of both sides to the words, the best of three\n",
  "| processes | changed | seconds | of that reading and checking | characters |",
  "| --- | --- | --- | --- | --- |",
);
for (const [processes, changed] of [
  [20, 1],
  [200, 10],
  [1000, 40],
] as const) {
  const tries = Array.from({ length: 3 }, () => {
    const begun = process.cpuUsage().user;
    const open = createHandbookOpener();
    const [before, after] = [open(handbookWith(processes, 0)), open(handbookWith(processes, changed))];
    const read = process.cpuUsage().user - begun;
    const meaning = handbookMeaning(before, after, "2026-11-02" as CivilDate);
    const words = meaningAsMarkdown(meaning, { before: before.handbook, after: after.handbook });
    return { seconds: (process.cpuUsage().user - begun) / 1e6, read: read / 1e6, characters: words.length };
  });
  const best = tries.toSorted((a, b) => a.seconds - b.seconds)[0];
  if (best)
    print(
      `| ${[processes, changed, best.seconds.toFixed(2), best.read.toFixed(2), best.characters].join(" | ")} |`,
    );
}

print(
  "\n## A pull request: requests, writes and GraphQL points\n",
  "| event | runs under way | requests | writes | points | characters of the comment |",
  "| --- | --- | --- | --- | --- | --- |",
);
for (const runs of [0, 5]) {
  for (const { event, cost, characters } of await pullRequestCost(runs))
    print(`| ${[event, runs, cost.requests, cost.writes, cost.points, characters].join(" | ")} |`);
}
