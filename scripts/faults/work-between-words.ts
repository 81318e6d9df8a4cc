import { runName } from "./life.ts";
import type { Maker } from "./maker.ts";
import { people } from "./random-handbook.ts";

/** Work that joins after the first of two has agreed, and is done, or left out, or never ends. */
export const workBetweenWords: Maker = (random, _handbook, { id, title }) => {
  const added = `Check the numbers ${random.below(100)}`;
  const by = random.pick(people);
  const words = `/add "${added}" @${random.pick(people)} 2026-12-11 before ${id} They are new`;
  const reason = random.pick(["completed", "completed", "not_planned"] as const);
  return [
    { kind: "comment", by: "demo-lena", on: title, text: "/approve" },
    { kind: "comment", by, on: runName, text: words },
    ...(random.happens(0.8) ? [{ kind: "close", by: "demo-jonas", on: added, reason } as const] : []),
    { kind: "comment", by: "demo-sofia", on: title, text: "/approve" },
  ];
};
