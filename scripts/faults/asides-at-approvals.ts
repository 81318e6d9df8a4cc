import { runName } from "./life.ts";
import type { Maker } from "./maker.ts";
import { people } from "./random-handbook.ts";

/** What comes between an approval and the work that it judges. */
export const asidesAtApprovals: readonly Maker[] = [
  // Work that joins after the first of two has agreed, and is done, or left out, or never ends.
  (random, _handbook, { id, title }) => {
    const added = `Check the numbers ${random.below(100)}`;
    const by = random.pick(people);
    const words = `/add "${added}" @${random.pick(people)} 2026-12-11 before ${id} They are new`;
    const end = random.pick(["completed", "completed", "not_planned"] as const);
    return [
      { kind: "comment", by: "demo-lena", on: title, text: "/approve" },
      { kind: "comment", by, on: runName, text: words },
      ...(random.happens(0.8) ? [{ kind: "close", by: "demo-jonas", on: added, reason: end } as const] : []),
      { kind: "comment", by: "demo-sofia", on: title, text: "/approve" },
    ];
  },
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
