import { join } from "node:path";
import { installFolder } from "./install-folder.ts";

const scripts = {
  biome: "@biomejs/biome/bin/biome",
  "astro-check": "@astrojs/check/bin/astro-check.js",
  tsc: "typescript/bin/tsc",
} as const;

/** A program of `tools/`: what only checks, formats or describes the sources. */
export type Tool = keyof typeof scripts;

export const isTool = (name: string): name is Tool => Object.hasOwn(scripts, name);

/** The script of a tool, for Node to run, from the root of the project; its package is installed when it is missing. */
export function toolScript(tool: Tool): string {
  installFolder("tools");
  return join("tools/node_modules", scripts[tool]);
}
