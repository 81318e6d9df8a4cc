import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { parseArgs, styleText } from "node:util";

/** One thing that has to hold before a change is good. */
interface Gate {
  readonly name: string;
  /** One after the other, until one fails. */
  readonly commands: readonly (readonly string[])[];
  /** Why it cannot be run here; absent when it can. */
  readonly missing?: string | undefined;
}

const chromium = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const handrail = ["node", "scripts/handrail.ts"];
const tool = ["node", "scripts/run-tool.ts"];

const gates: readonly Gate[] = [
  { name: "lint", commands: [[...tool, "biome", "ci", "--error-on-warnings"]] },
  {
    name: "types",
    commands: [
      ["astro", "sync", "--silent"],
      [...tool, "astro-check", "--minimumSeverity", "warning", "--minimumFailingSeverity", "warning"],
    ],
  },
  { name: "mermaid", commands: [["node", "scripts/copy-mermaid.ts", "--check"]] },
  { name: "handbook", commands: [[...handrail, "check"]] },
  { name: "forms", commands: [[...handrail, "forms", "--check"]] },
  { name: "tests", commands: [["vitest", "run", "--reporter", "dot"]] },
  { name: "package", commands: [["vitest", "run", "--config", "test/package/vitest.config.ts"]] },
  { name: "site", commands: [[...handrail, "build"]] },
  {
    name: "browser",
    commands: [["vitest", "run", "--config", "test/browser/vitest.config.ts"]],
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
  const passed = await runAll(gate.commands);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${passed ? styleText("green", "passed") : styleText("red", "FAILED")} ${gate.name} (${seconds} s)\n`,
  );
  if (!passed) failed.push(gate.name);
}
if (failed.length > 0) console.log(`Failed: ${failed.join(", ")}.`);
process.exitCode = failed.length > 0 ? 1 : 0;

async function runAll(commands: Gate["commands"]): Promise<boolean> {
  for (const command of commands) if (!(await run(command))) return false;
  return true;
}

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
