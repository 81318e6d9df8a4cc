import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { currentSite } from "../content/handbook-store.ts";
import { type BuiltPage, brokenLinks } from "../data/broken-links.ts";

/** Ends the build when a link within the site, or the anchor it names, leads nowhere. */
export function linkCheck(): AstroIntegration {
  return {
    name: "handrail-link-check",
    hooks: {
      "astro:build:done": async ({ dir, pages }) => {
        const { base, githubUrl } = currentSite().settings;
        const built: BuiltPage[] = await Promise.all(
          pages.map(async ({ pathname }) => ({
            path: `${base}${pathname}`,
            html: await readFile(fileOf(pathname, dir), "utf8"),
          })),
        );
        const isFile = (path: string) =>
          existsSync(new URL(`./${decodeURIComponent(path.slice(base.length))}`, dir));
        const broken = brokenLinks(built, base, isFile, githubUrl.startsWith("/") ? githubUrl : undefined);
        if (broken.length === 0) return;
        process.stderr.write(
          `${broken.map(({ page, link, reason }) => `${page} ${link} ${reason}`).join("\n")}\n`,
        );
        process.exit(1);
      },
    },
  };
}

function fileOf(pathname: string, dir: URL): string {
  const name = /^404\/?$/.test(pathname) ? "404.html" : `${pathname}index.html`;
  return fileURLToPath(new URL(`./${name}`, dir));
}
