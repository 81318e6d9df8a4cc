import type { Happening } from "./life.ts";
import type { Random } from "./random.ts";
import type { LifeHandbook, LifeStep } from "./random-handbook.ts";

/** What people do on the way, at a step or in the whole run, as chance will have it. */
export type Maker = (
  random: Random,
  handbook: LifeHandbook,
  step: LifeStep,
) => Happening | readonly Happening[];
