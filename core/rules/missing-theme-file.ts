import { code, nearest } from "../message.ts";
import type { HandbookRule } from "./rule.ts";

const keys = ["logo", "favicon", "stylesheet"] as const;

/** A file of the theme that is not there. */
export const missingThemeFile: HandbookRule = {
  id: "missing-theme-file",
  scope: "handbook",
  severity: "error",
  purpose: "Every file that `theme` names stands beside handbook.yml, as a file and not as a link.",
  why: "Pages would show a gap where the logo was meant, so they are not built until the file is there.",
  examples: [
    {
      title: "A logo that was renamed",
      wrong: {
        handbook: "title: Handbook\ntheme: { logo: logo.svg }\n",
        facts: { filesBeside: new Set(["handbook.yml", "logo.png"]) },
      },
      at: "logo.svg",
      right: {
        handbook: "title: Handbook\ntheme: { logo: logo.png }\n",
        facts: { filesBeside: new Set(["handbook.yml", "logo.png"]) },
      },
    },
  ],
  check: ({ parsed, facts }) =>
    keys.flatMap((key) => {
      const name = parsed.config.draft.theme?.[key];
      if (name === undefined || facts.filesBeside === undefined || facts.filesBeside.has(name)) return [];
      const near = nearest(name, [...facts.filesBeside]);
      const remedy =
        near === undefined ? "put it there, or correct the name." : `did you mean ${code(near)}?`;
      const message = `The file ${code(name)} is not there, expected it beside handbook.yml; ${remedy}`;
      return [{ path: parsed.config.path, ...parsed.config.data.positionOf(["theme", key]), message }];
    }),
};
