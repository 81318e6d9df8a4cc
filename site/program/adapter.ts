import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";

/** Has Astro bundle the pages into a program that renders any handbook: docs/decisions/0004 says why. */
export function pageProgramAdapter(): AstroIntegration {
  const name = "handrail-page-program";
  return {
    name,
    hooks: {
      "astro:config:done": ({ setAdapter }) =>
        setAdapter({
          name,
          entrypointResolution: "auto",
          serverEntrypoint: fileURLToPath(new URL("entry.ts", import.meta.url)),
          supportedAstroFeatures: { serverOutput: "stable" },
        }),
    },
  };
}
