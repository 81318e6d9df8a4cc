import type { HandbookRule } from "./rule.ts";
import { foundWhenReading } from "./support/found-when-reading.ts";

/** A text that a `#` cut short. */
export const cutByHash: HandbookRule = {
  id: "cut-by-hash",
  scope: "handbook",
  severity: "warning",
  purpose: "A text that holds a `#` stands in quotes.",
  why: "In these files a blank and a `#` begin a remark that nobody sees, so the text ends there: a summary about #handrail becomes half a sentence, without a word of warning.",
  examples: [
    {
      title: "A hashtag in a summary",
      wrong: { process: "summary: Posts about #handrail and its friends." },
      at: "#handrail",
      right: { process: 'summary: "Posts about #handrail and its friends."' },
    },
  ],
  check: foundWhenReading("cut-by-hash"),
};
