import { unexpectedWord } from "../message.ts";
import type { HandbookRule } from "./rule.ts";

/** A folder of processes that handbook.yml does not name. */
export const unlistedArea: HandbookRule = {
  id: "unlisted-area",
  scope: "handbook",
  severity: "advice",
  needsAllFiles: true,
  purpose: "Where handbook.yml lists areas, it lists every folder that holds processes.",
  why: "A folder without a heading is shown at the end of the menu, under the name of the folder.",
  examples: [
    {
      title: "A folder without a heading",
      wrong: { handbook: "title: Handbook\nareas: { events: Events }\n" },
      at: "---",
      right: { handbook: "title: Handbook\nareas: { content: Content, events: Events }\n" },
    },
  ],
  check: ({ parsed }) => {
    const areas = Object.keys(parsed.config.draft.areas ?? {});
    if (areas.length === 0) return [];
    const seen = new Set(areas);
    return parsed.processes.flatMap(({ path, area }) => {
      if (seen.has(area)) return [];
      seen.add(area);
      const message = unexpectedWord(
        "area",
        area,
        areas,
        "add it to `areas` in handbook.yml, with its heading.",
      );
      return [{ path, line: 1, column: 1, message }];
    });
  },
};
