import { spawn } from "node:child_process";
import { parseArgs } from "node:util";

/**
 * Measures what Handrail costs, each bench beside another way of doing the same: `npm run bench` for all,
 * `npm run bench -- bot` for one. Prints Markdown. Nothing else should run meanwhile: the site's bench takes minutes and
 * is the one that suffers.
 */
const benches: Readonly<Record<string, string>> = {
  language: "scripts/bench-language.ts",
  bot: "scripts/bench-bot/main.ts",
  changes: "scripts/bench-changes.ts",
  learning: "scripts/bench-learning.ts",
  site: "scripts/bench-site.ts",
};

const usage = `Usage: npm run bench -- [${Object.keys(benches).join("|")}]…\n\nMeasures what Handrail costs; everything when nothing is named. Prints Markdown.\n`;

// An option that there is not is told like a bench that there is not.
const { positionals, values } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { help: { type: "boolean", short: "h" } },
});
const [option] = Object.keys(values).filter((name) => name !== "help");
const unknown = option ?? positionals.find((name) => !Object.hasOwn(benches, name));
if (values["help"]) {
  process.stdout.write(usage);
} else if (unknown === undefined) {
  for (const name of positionals.length > 0 ? positionals : Object.keys(benches)) {
    process.stdout.write(`# ${name}\n\n`);
    if ((await run(benches[name] ?? "")) !== 0) process.exitCode = 1;
    process.stdout.write("\n");
  }
} else {
  console.error(`There is no bench ${unknown}.\n\n${usage}`);
  process.exitCode = 2;
}

function run(file: string): Promise<number> {
  const child = spawn(process.execPath, [file], { stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}
