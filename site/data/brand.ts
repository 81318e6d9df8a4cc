import { readableOn } from "../../core/colour/index.ts";
import type { HandbookConfig } from "../../core/definition/index.ts";

/** How a site looks like its company: paths under the base path. */
export interface Brand {
  /** Style sheets that come after those of the pages, in this order. */
  readonly styles: readonly string[];
  /** A picture in place of the sign beside the title. */
  readonly logo?: string | undefined;
  readonly favicon?: string | undefined;
  /** Files of the handbook's folder: path under the base path, and path within the folder. */
  readonly files: readonly (readonly [path: string, file: string])[];
  /** The style sheet of the accent colour; absent where the colour is ours. */
  readonly accentStyles?: string | undefined;
}

/** Where the style sheet of the accent colour stands. */
export const accentPath = "brand/accent.css";

/** What `theme:` in handbook.yml asks for. */
export function brandOf({ theme }: HandbookConfig): Brand {
  const placed = (file: string | undefined) => file && `brand/${file}`;
  const named = [theme.logo, theme.favicon, theme.stylesheet].flatMap((file) => file ?? []);
  return {
    styles: [theme.accent && accentPath, placed(theme.stylesheet)].flatMap((path) => path || []),
    logo: placed(theme.logo),
    favicon: placed(theme.favicon),
    files: [...new Set(named)].map((file) => [`brand/${file}`, file]),
    accentStyles: theme.accent && accentStyles(theme.accent),
  };
}

/** The papers of `tokens.css`, on which the accent is read. */
const [light, dark] = ["#fbfaf7", "#14181a"];
/** A little more than 4.5, since the accent is read on its own soft tint too. */
const [readable, strong] = [5.2, 8];

/** Our tokens in another colour: as it is on light pages, lighter where that is needed on dark ones. */
function accentStyles(accent: string): string {
  const colours = (contrast: number) =>
    `light-dark(${readableOn(accent, light, contrast)}, ${readableOn(accent, dark, contrast)})`;
  return `:root {
  --accent: ${colours(readable)};
  --accent-strong: ${colours(strong)};
  --accent-soft: color-mix(in srgb, ${accent} 8%, var(--paper));
  --on-accent: light-dark(#ffffff, #0b1416);
}
`;
}
