import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { currentSite } from "../content/handbook-store.ts";
import { machineFiles } from "../machine/machine-files.ts";
import { pageMarkdown } from "../machine/page-markdown.ts";

/** Writes the files for machines beside the pages. */
export function writeMachineFiles(): AstroIntegration {
  return {
    name: "handrail-machine-files",
    hooks: {
      "astro:build:done": async ({ dir, pages }) => {
        const own = [...machineFiles(currentSite())];
        const taken = new Set(own.map(({ path }) => path));
        const others = pages
          .map(({ pathname }) => pathname)
          .filter((pathname) => !taken.has(`${pathname}index.md`) && !pathname.startsWith("404"));
        const twins = await Promise.all(
          others.map(async (pathname) => {
            const html = await readFile(new URL(`./${pathname}index.html`, dir), "utf8");
            return { path: `${pathname}index.md`, text: pageMarkdown(html) };
          }),
        );
        const files = [...own, ...twins].map(({ path, text }) => ({
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
