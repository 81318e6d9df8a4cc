import { spawnSync } from "node:child_process";
import { isTool, toolScript } from "./tools/tool-script.ts";

/** Runs a program of `tools/`, which is installed when it is missing: `node scripts/run-tool.ts biome check --write`. */
const [name = "", ...args] = process.argv.slice(2);
if (!isTool(name)) throw new Error(`There is no tool ${name}; see scripts/tools/tool-script.ts.`);
process.exitCode = spawnSync(process.execPath, [toolScript(name), ...args], { stdio: "inherit" }).status ?? 1;
