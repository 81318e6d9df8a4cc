import type { Maker } from "./maker.ts";
import { people } from "./random-handbook.ts";
import { workBetweenWords } from "./work-between-words.ts";

/** What comes between an approval and the work that it judges. */
export const asidesAtApprovals: readonly Maker[] = [
  workBetweenWords,
  (random, { steps }) => ({
    kind: "edit-facts",
    by: random.pick(people),
    on: random.pick(steps).title,
    added: "It costs twice as much.",
  }),
  (random, _handbook, { title }) => {
    const assign = {
      kind: "assign",
      by: random.pick(people),
      on: title,
      to: [random.pick(people), random.pick(people)],
    } as const;
    const close = {
      kind: "close",
      by: random.pick(people),
      on: title,
      reason: random.pick(["completed", "completed", "not_planned"] as const),
    } as const;
    return { kind: "together", acts: random.happens(0.5) ? [assign, close] : [close, assign] };
  },
];
