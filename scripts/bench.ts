import { spawn } from "node:child_process";
import { parseArgs } from "node:util";

/**
 * Measures what Handrail costs, each bench beside another way of doing the same: `npm run bench` for all,
 * `npm run bench -- bot` for one. Prints Markdown. Nothing else should run meanwhile: the site's bench takes minutes and
 * is the one that suffers.
 */
const benches: Readonly<Record<string, string>> = {
  language: "scripts/bench-language.ts",
  bot: "scripts/bench-bot.ts",
  site: "scripts/bench-site.ts",
};

const { positionals } = parseArgs({ allowPositionals: true });
const unknown = positionals.find((name) => benches[name] === undefined);
if (unknown === undefined) {
  for (const name of positionals.length > 0 ? positionals : Object.keys(benches)) {
    process.stdout.write(`# ${name}\n\n`);
    if ((await run(benches[name] ?? "")) !== 0) process.exitCode = 1;
    process.stdout.write("\n");
  }
} else {
  console.error(`There is no bench ${unknown}, expected one of ${Object.keys(benches).join(", ")}.`);
  process.exitCode = 2;
}

function run(file: string): Promise<number> {
  const child = spawn(process.execPath, [file], { stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}
