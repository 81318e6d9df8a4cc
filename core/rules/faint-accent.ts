import { contrastOf, isHexColour, readableOn } from "../colour/index.ts";
import type { HandbookRule } from "./rule.ts";

/** The colour that links and buttons have on light pages is set on this one. */
const paper = "#fbfaf7";
/** What WCAG 2.2 asks of text of ordinary size (1.4.3, level AA). */
const least = 4.5;

/** An accent colour that links and buttons cannot be read in. */
export const faintAccent: HandbookRule = {
  id: "faint-accent",
  scope: "handbook",
  severity: "error",
  purpose: "The accent colour of `theme` can be read: its contrast on a light page is at least 4.5 to 1.",
  why: "Links and buttons have this colour. Below that contrast many people cannot read them, on a bright screen hardly anybody.",
  examples: [
    {
      title: "A bright yellow",
      wrong: { handbook: 'title: Handbook\ntheme: { accent: "#ffcc00" }\n' },
      at: '"#ffcc00"',
      right: { handbook: 'title: Handbook\ntheme: { accent: "#7a6200" }\n' },
    },
  ],
  check: ({ parsed }) => {
    const accent = parsed.config.draft.theme?.accent;
    if (accent === undefined || !isHexColour(accent)) return [];
    const contrast = contrastOf(accent, paper);
    if (contrast >= least) return [];
    const found = (Math.floor(contrast * 10) / 10).toFixed(1);
    const message = `Unexpected contrast of ${found} to 1 for \`${accent}\` on a light page, expected at least ${least}; \`${readableOn(accent, paper, least)}\` is the nearest that can be read.`;
    return [{ path: parsed.config.path, ...parsed.config.data.positionOf(["theme", "accent"]), message }];
  },
};
