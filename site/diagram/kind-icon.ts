import type { StepKind } from "../../core/definition/index.ts";

/** The sign of each kind of step as path data in a box of 16 by 16, drawn with a line; nothing for a plain task. */
export const kindIcons: Readonly<Record<StepKind, string | undefined>> = {
  task: undefined,
  approval: "M8 1.8l5 1.9v4c0 3.2-2.1 5.3-5 6.5-2.9-1.2-5-3.3-5-6.5v-4zM5.7 8l1.7 1.7 3-3.4",
  decision: "M8 14V8.6M8 8.6L3.6 3.4M8 8.6l4.4-5.2M3.4 6.6V3.2h3.4M12.6 6.6V3.2H9.2",
  checkpoint: "M4 14.2V2.4M4 2.8h8l-2 2.9 2 2.9H4",
  process: "M2.6 4.6h7.8v7.8H2.6zM5.4 4.4V2.2h8v8h-2.6",
};
