import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { parseArgs, styleText } from "node:util";

/** One thing that has to hold before a change is good. */
interface Gate {
  readonly name: string;
  readonly command: readonly string[];
  /** Why it cannot be run here; absent when it can. */
  readonly missing?: string | undefined;
}

const chromium = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const handrail = ["node", "scripts/handrail.ts"];

const gates: readonly Gate[] = [
  { name: "lint", command: ["biome", "ci", "--error-on-warnings"] },
  {
    name: "types",
    command: ["astro", "check", "--minimumSeverity", "warning", "--minimumFailingSeverity", "warning"],
  },
  { name: "handbook", command: [...handrail, "check"] },
  { name: "forms", command: [...handrail, "forms", "--check"] },
  { name: "tests", command: ["vitest", "run", "--reporter", "dot"] },
  { name: "package", command: ["vitest", "run", "--config", "test/package/vitest.config.ts"] },
  { name: "site", command: [...handrail, "build"] },
  {
    name: "browser",
    command: ["vitest", "run", "--config", "test/browser/vitest.config.ts"],
    missing: existsSync(chromium)
      ? undefined
      : `there is no Chromium at ${chromium}; set CHROMIUM to where it is`,
  },
];

const { values } = parseArgs({ options: { skip: { type: "string", multiple: true, default: [] } } });
const unknown = values.skip.find((name) => !gates.some((gate) => gate.name === name));
if (unknown !== undefined)
  throw new Error(`There is no gate ${unknown} to skip, only ${gates.map(({ name }) => name).join(", ")}.`);

const failed: string[] = [];
for (const gate of gates) {
  if (values.skip.includes(gate.name)) continue;
  if (gate.missing !== undefined) {
    console.log(`${styleText("yellow", "left out")} ${gate.name}: ${gate.missing}`);
    continue;
  }
  const started = performance.now();
  const passed = await run(gate.command);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${passed ? styleText("green", "passed") : styleText("red", "FAILED")} ${gate.name} (${seconds} s)\n`,
  );
  if (!passed) failed.push(gate.name);
}
if (failed.length > 0) console.log(`Failed: ${failed.join(", ")}.`);
process.exitCode = failed.length > 0 ? 1 : 0;

/** npm puts the project's own programs first in the PATH, this Node among them. */
async function run([program = "", ...args]: readonly string[]): Promise<boolean> {
  const child = spawn(program, args, {
    stdio: "inherit",
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" },
    shell: process.platform === "win32",
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code === 0));
  });
}
