import { runLabel } from "../form/index.ts";

/** The labels the bot keeps, with the colour and description they get when they are made. */
export const labels = {
  run: { name: runLabel, color: "0e6b5c", description: "A running process: its steps are the sub-issues." },
  step: { name: "handrail:step", color: "5c8fb5", description: "A step of a running process." },
  overdue: { name: "handrail:overdue", color: "c2571a", description: "Its due date is past." },
} as const;
