import type { HandbookRule } from "./rule.ts";
import { foundWhenReading } from "./support/found-when-reading.ts";

/** A key given twice. */
export const duplicateKey: HandbookRule = {
  id: "duplicate-key",
  scope: "handbook",
  severity: "error",
  isEssential: true,
  purpose: "Every key stands once.",
  why: "Of two values for one key only one can count, and it is not clear which was meant.",
  examples: [
    {
      title: "Two summaries",
      wrong: { process: "summary: One\nsummary: Two" },
      at: "summary: Two",
      right: { process: "summary: Two" },
    },
    {
      title: "One person in small letters and with capitals",
      wrong: { absences: "demo-lena: [2026-12-07]\nDemo-Lena: [2026-12-14]\n" },
      at: "Demo-Lena",
      right: { absences: "demo-lena: [2026-12-07, 2026-12-14]\n" },
    },
  ],
  check: foundWhenReading("duplicate-key"),
};
