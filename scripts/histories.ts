import { mkdir, rm, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import packageFile from "../package.json" with { type: "json" };
import { randomFrom } from "./faults/random.ts";
import { randomLife } from "./faults/random-life.ts";
import { chooseHistories } from "./histories/choose.ts";
import { type History, writeHistory } from "./histories/history.ts";
import { recordLife } from "./histories/record.ts";

const usage = `Usage: npm run histories -- [--version V] [--lives N]

Records runs as this version leaves them, from the local GitHub, into test/cases/histories/V: what every later version has to
understand. Done once for each release; what was recorded for a version before is replaced.
`;

const { values } = parseArgs({
  options: {
    version: { type: "string", default: packageFile.version },
    lives: { type: "string", default: "40" },
    help: { type: "boolean", short: "h", default: false },
  },
});

if (values.help) process.stdout.write(usage);
else await record(values.version, Number(values.lives));

async function record(version: string, lives: number): Promise<void> {
  const histories: History[] = [];
  for (let number = 0; number < lives; number += 1)
    histories.push(...(await recordLife(randomLife(randomFrom(8, number)))));
  const chosen = chooseHistories(histories);
  const folder = new URL(`../test/cases/histories/${version}/`, import.meta.url);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [index, history] of chosen.entries())
    await writeFile(new URL(`run-${String(index + 1).padStart(2, "0")}.json`, folder), writeHistory(history));
  const shown = [...new Set(chosen.flatMap(({ shows }) => shows))].sort();
  process.stdout.write(
    `${chosen.length} of ${histories.length} runs recorded for ${version}; they show: ${shown.join(", ")}.\n`,
  );
}
