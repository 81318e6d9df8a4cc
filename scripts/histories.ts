import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import packageFile from "../package.json" with { type: "json" };
import { randomFrom } from "./faults/random.ts";
import { randomLife } from "./faults/random-life.ts";
import { chooseHistories } from "./histories/choose.ts";
import { type History, writeHistory } from "./histories/history.ts";
import { newestLives } from "./histories/newest-lives.ts";
import { recordLife } from "./histories/record.ts";

const usage = `Usage: npm run histories -- [--version V] [--lives N]

Records runs as this version leaves them, from the local GitHub, into test/cases/histories/V: what every later version has to
understand. Done once for each release; what is recorded stays, so a version that has runs already needs another name, such as
--version 0.3.0-rc.1.
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
  const folder = new URL(`../test/cases/histories/${version}/`, import.meta.url);
  if (existsSync(folder)) {
    console.error(
      `There are runs of ${version} in test/cases/histories already, and what is recorded stays. Please give another name: --version ${version}-2`,
    );
    process.exit(1);
  }
  const histories: History[] = [];
  for (const life of newestLives) histories.push(...(await recordLife(life)));
  for (let number = 0; number < lives; number += 1)
    histories.push(...(await recordLife(randomLife(randomFrom(8, number)))));
  const chosen = chooseHistories(histories);
  await mkdir(folder, { recursive: true });
  for (const [index, history] of chosen.entries())
    await writeFile(new URL(`run-${String(index + 1).padStart(2, "0")}.json`, folder), writeHistory(history));
  const shown = [...new Set(chosen.flatMap(({ shows }) => shows))].sort();
  process.stdout.write(
    `${chosen.length} of ${histories.length} runs recorded for ${version}; they show: ${shown.join(", ")}.\n`,
  );
}
