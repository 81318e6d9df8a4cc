import fc from "fast-check";
import { handbookOf } from "../builders.ts";
import type { SimulatedRun } from "../core/run/simulated-run.ts";
import { happens, smallFiles, smallRun } from "../core/run/small-handbook.ts";

/** What sets the handbooks of lives apart: a calendar of their own, and whether the anchor date is that of the start. */
export interface LifeSettings {
  readonly hasOwnCalendar: boolean;
  readonly startsAtAnchor: boolean;
}

/** The handbook that lives are played in: offsets, lengths, a parallel branch, and a reaction asked for. */
export function filesOfLives({ hasOwnCalendar, startsAtAnchor }: LifeSettings): Map<string, string> {
  const [brief, text, images, day, thanks] = startsAtAnchor
    ? ["0d", "+4bd", "+9d", "+12bd", "+4w"]
    : ["-12bd", "-8bd", "-9d", "0d", "+1w"];
  return smallFiles(
    [
      `id: brief, title: Brief, role: author, due: ${brief}, respond: 4h`,
      `id: text, title: Text, role: author, due: ${text}`,
      `id: images, title: Images, role: editor, after: brief, due: ${images}, duration: 3bd`,
      "id: check, title: Check, role: lawyer, after: [text, images], duration: 2bd, optional: true",
      `id: day, title: Day, role: lead, due: ${day}`,
      `id: thanks, title: Thanks, role: editor, due: ${thanks}`,
    ],
    {
      head: [
        ...(startsAtAnchor ? [] : ["anchor: Day of the fair"]),
        ...(hasOwnCalendar ? ["calendar: { workweek: [mon, tue, wed, thu, fri, sat, sun] }"] : []),
      ],
    },
  );
}

/** What may happen on a day; what the run does not allow then is refused, or waits. */
const happening = fc.record({
  afterDays: fc.integer({ min: 0, max: 7 }),
  what: fc.constantFrom("close", "close", "close", "due", "move", "add", "skip", "hand", "reopen"),
  step: fc.integer({ min: 2, max: 7 }),
  days: fc.integer({ min: 1, max: 20 }),
});

export const lives = fc.record({
  happenings: fc.array(happening, { minLength: 1, maxLength: 8 }),
  /** Whether everything is then done, a step every so many days. */
  toTheEnd: fc.option(fc.integer({ min: 0, max: 4 })),
  hasOwnCalendar: fc.boolean(),
  startsAtAnchor: fc.boolean(),
});

type Life = typeof lives extends fc.Arbitrary<infer T> ? T : never;

/** Lets a run live, and come to rest. */
export function play({ happenings, toTheEnd, ...settings }: Life): SimulatedRun {
  const anchorDate = settings.startsAtAnchor ? "2026-03-03" : "2026-04-01";
  const run = smallRun(handbookOf(filesOfLives(settings)), { anchorDate });
  const daysOn = (days: number) => new Date(Date.parse(run.now) + days * 86_400_000).toISOString();
  for (const { afterDays, what, step, days } of happenings) {
    run.settle(daysOn(afterDays));
    const day = daysOn(days).slice(0, 10);
    const issue = run.observed.steps.find(({ number }) => number === step);
    happens(run, () => {
      if (what === "move") run.comment(1, "stan", `/move ${day} the hall was taken`);
      else if (what === "add") run.comment(1, "stan", `/add Extra @law ${day} before day they asked for it`);
      else if (what === "due") run.comment(step, "stan", `/due ${day} somebody is ill`);
      else if (what === "skip") run.comment(step, "stan", "/skip we need none");
      else if (what === "hand") run.comment(step, "stan", "/hand-to @ed she knows it");
      else if (what === "reopen" && issue?.state === "closed") run.reopen(step, "stan");
      else if (what === "close" && issue?.state === "open") run.close(step, "ann");
    });
  }
  if (toTheEnd === null) return run;
  for (let round = 0; round < 20; round += 1) {
    const open = run.observed.steps.find(({ state }) => state === "open");
    if (!open) break;
    run.settle(daysOn(toTheEnd));
    happens(run, () => run.close(open.number, "stan"));
  }
  return run;
}
