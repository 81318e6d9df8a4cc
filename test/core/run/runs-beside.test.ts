import fc from "fast-check";
import { expect, test } from "vitest";
import { recordOf } from "../../../core/run/index.ts";
import { tries } from "../../tries.ts";
import { RunsBeside } from "./runs-beside.ts";

const people = ["lea", "ann", "ed", "stan", "stranger"];
const titles = ["Draft", "Picture", "Publish", "Brief", "Logo", "Send"] as const;

type Act = (runs: RunsBeside) => void;

/** Whoever may do it does what lets the waiting step begin, or takes it back: else hardly any of many deeds would come so far. */
const likely: fc.Arbitrary<Act> = fc
  .tuple(fc.constantFrom("Draft", "Brief", "Logo"), fc.constantFrom("close", "close", "reopen"))
  .map(
    ([title, deed]): Act =>
      (runs) =>
        deed === "close" ? runs.close(title, "stan", "completed") : runs.reopen(title, "stan"),
  );

const any: fc.Arbitrary<Act> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...titles),
      fc.constantFrom(...people),
      fc.constantFrom("completed" as const, "not-planned" as const),
    )
    .map(
      ([title, by, reason]): Act =>
        (runs) =>
          runs.close(title, by, reason),
    ),
  fc
    .tuple(
      fc.constantFrom(...titles, "Article", "Kit", ""),
      fc.constantFrom(...people),
      fc.constantFrom(
        "/skip we have one",
        "/done there it is",
        "/hand-to @zoe I am away",
        "/due 2026-05-04 the printer is late",
        "/move 2026-06-15 the hall is taken",
        "/cancel it is off",
        "/undo",
      ),
    )
    .map(
      ([title, by, words]): Act =>
        (runs) =>
          runs.comment(title, by, words),
    ),
  fc.integer({ min: 1, max: 200 }).map(
    (hours): Act =>
      (runs) =>
        runs.pass(hours),
  ),
);
const act = fc.oneof({ weight: 3, arbitrary: likely }, { weight: 2, arbitrary: any });

/** What names each thing the bot says. */
const keyOfWords = /\x3c!-- handrail:said .*? -->/;

/** A step as the record of its run has it. */
function taskOf(runs: RunsBeside, title: string) {
  const run = runs.runOf(title);
  const { observed, handbook, now } = run;
  const record = recordOf({ observed, handbook, now });
  return { outcome: record?.outcome, task: record?.tasks.find((task) => task.title === title) };
}

test("whatever people do in two runs beside each other, both rest, a step begins when all it waits for is over in both, and each side names the other", () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 4, maxLength: 12 }), (acts) => {
      const runs = new RunsBeside();
      for (const one of acts) {
        one(runs);
        runs.settle();
        expect(runs.decide()).toEqual([]);
        const [draft, picture, logo] = ["Draft", "Picture", "Logo"].map((title) => taskOf(runs, title));
        const isOpen = (found: typeof draft) =>
          found?.outcome === "running" && ["planned", "ready"].includes(found.task?.status ?? "");
        if (isOpen(picture))
          expect(picture?.task?.status).toBe(isOpen(draft) || isOpen(logo) ? "planned" : "ready");
        if (isOpen(logo))
          expect(runs.issue("Logo").body.includes("**Picture (Article)**")).toBe(isOpen(picture));
        if (isOpen(picture))
          expect(runs.issue("Picture").body.includes("**Logo (Kit)** belongs")).toBe(isOpen(logo));
        for (const { comments } of runs.issues()) {
          const ours = comments.filter(({ isOurs }) => isOurs).map(({ body }) => body);
          const said = ours.flatMap((body) => body.match(keyOfWords) ?? []);
          expect(new Set(said).size).toBe(said.length);
        }
      }
    }),
    { numRuns: tries(10) },
  );
});
