import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { currentSite } from "../content/handbook-store.ts";
import { machineFiles } from "../machine/machine-files.ts";

/** Writes the files for machines beside the pages. */
export function writeMachineFiles(): AstroIntegration {
  return {
    name: "handrail-machine-files",
    hooks: {
      "astro:build:done": async ({ dir }) => {
        const files = [...machineFiles(currentSite())].map(({ path, text }) => ({
          path: fileURLToPath(new URL(`./${path}`, dir)),
          text,
        }));
        for (const folder of new Set(files.map(({ path }) => dirname(path))))
          await mkdir(folder, { recursive: true });
        await Promise.all(files.map(({ path, text }) => writeFile(path, text)));
      },
    },
  };
}
