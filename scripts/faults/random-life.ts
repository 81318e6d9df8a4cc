import { comment, say } from "./acts-of-people.ts";
import { asides } from "./asides.ts";
import { beginning } from "./beginning.ts";
import { forward } from "./forward.ts";
import { type Happening, type Life, runName } from "./life.ts";
import type { Maker } from "./maker.ts";
import type { Random } from "./random.ts";
import { type LifeHandbook, type LifeStep, people, randomHandbook } from "./random-handbook.ts";
import { visitor } from "./world.ts";

const begin = "2026-11-02T09:00:00Z";

/** A process and a run of it that mostly goes forward, with all that people do right and wrong on the way. */
export function randomLife(random: Random): Life {
  const handbook = randomHandbook(random);
  const happenings: Happening[] = [...beginning(random, handbook)];
  let hours = hoursOf(happenings);
  for (const step of handbook.steps) {
    while (random.happens(0.45)) happenings.push(...aside(random, handbook, step));
    if (random.happens(0.25)) {
      hours += random.pick([1, 24, 24 * 7, 24 * 30]);
      happenings.push({ kind: "time", to: later(hours) });
    }
    happenings.push(...forward(random, handbook, step));
  }
  while (random.happens(0.4)) {
    const step = random.pick(handbook.steps);
    const afterwards = random.happens(0.5)
      ? [random.pick(replies)(random, handbook, step)].flat()
      : undefined;
    happenings.push(...(afterwards ?? aside(random, handbook, step)));
  }
  return { files: handbook.files, begin, happenings };
}

function later(hours: number): string {
  return new Date(Date.parse(begin) + hours * 3_600_000).toISOString();
}

/** So many whole hours a life has gone on for. */
function hoursOf(happenings: readonly Happening[]): number {
  const last = happenings.findLast((happening) => happening.kind === "time");
  return last === undefined ? 0 : Math.ceil((Date.parse(last.to) - Date.parse(begin)) / 3_600_000);
}

/** What people have to say about a run that is over, as most are by then, and what becomes of their words. */
const replies: readonly Maker[] = [
  (random) => comment(random, runName, "1. The printer was slow\n2. Somebody who asks the lawyer"),
  (random) => comment(random, runName, "**What was missing?** More days for the pictures."),
  (random) => comment(random, runName, "The printer was slow again and nobody had told the readers."),
  () => say(visitor, runName, "3. Say that the printer is slow"),
  (random) => ({
    kind: "edit-comment",
    by: random.pick(people),
    on: runName,
    text: "1. The printer was much too slow",
  }),
  (random) => ({ kind: "delete-comment", by: "demo-sofia", on: runName, of: random.pick(people) }),
];

/** What ends a run before its time; rare, or no life would be long. */
const ends: readonly Maker[] = [
  (random) => comment(random, runName, "/cancel We have changed our mind"),
  (random) => ({ kind: "close", by: random.pick(people), on: runName, reason: "not_planned" }),
  (random) => ({ kind: "reopen", by: random.pick(people), on: runName }),
  () => ({ kind: "delete", by: "demo-sofia", on: runName }),
];

function aside(random: Random, handbook: LifeHandbook, step: LifeStep): readonly Happening[] {
  return [random.pick(random.happens(0.08) ? ends : asides)(random, handbook, step)].flat();
}
