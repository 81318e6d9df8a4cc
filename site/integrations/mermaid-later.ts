import { cp, mkdir, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { currentSite } from "../content/handbook-store.ts";

/**
 * Puts Mermaid itself beside the pages, and only where a page has a diagram that could not be drawn while it was
 * built. It is copied, not bundled: bundling it would take longer than the whole site.
 */
export function mermaidLater(): AstroIntegration {
  return {
    name: "handrail-mermaid",
    hooks: {
      "astro:build:done": async ({ dir }) => {
        const isNeeded = [...currentSite().processes.values()].some(({ texts }) => texts.drawsLater);
        if (!isNeeded) return;
        const source = dirname(createRequire(import.meta.url).resolve("mermaid/dist/mermaid.esm.min.mjs"));
        const target = fileURLToPath(new URL("./mermaid/", dir));
        const chunks = join("chunks", "mermaid.esm.min");
        await mkdir(join(target, chunks), { recursive: true });
        await cp(join(source, "mermaid.esm.min.mjs"), join(target, "mermaid.esm.min.mjs"));
        const names = await readdir(join(source, chunks));
        for (const name of names.filter((each) => each.endsWith(".mjs")))
          await cp(join(source, chunks, name), join(target, chunks, name));
      },
    },
  };
}
