import { beforeEach, expect, test } from "vitest";
import type { Change } from "../../../core/run/index.ts";
import type { LedgerEntry } from "../../../core/run/ledger/ledger.ts";
import { ledgerOf } from "../../../core/run/ledger/ledger-of.ts";
import type { SimulatedRun } from "./simulated-run.ts";
import { smallHandbook, smallRun } from "./small-handbook.ts";

/** Much that happened on a run while nobody looked is taken in little by little, so that the program goes on answering meanwhile. */
const steps = 60;
const handbook = smallHandbook(
  Array.from(
    { length: steps },
    (_, at) => `id: step-${at}, title: Step ${at}., role: author, due: +${at + 40}d, after: []`,
  ),
);

let run: SimulatedRun;
beforeEach(() => {
  run = smallRun(handbook);
});

const facts = () => ledgerOf(run.observed)?.entries ?? [];

function later(act: () => void): void {
  run.now = new Date(Date.parse(run.now) + 60_000).toISOString();
  act();
}

/** Every step gets another date and is closed; one command is refused in between, and a visitor closes a step. */
const happenings: readonly (() => void)[] = [
  ...Array.from({ length: 6 }, (_, comment) => () => {
    const lines = Array.from(
      { length: 10 },
      (_, at) => `/due step-${comment * 10 + at} 2026-05-0${4 + (at % 5)} reason ${comment}-${at}`,
    );
    run.comment(1, "stan", lines.join("\n\n"));
  }),
  () => run.comment(run.step("Step 7.").number, "ann", "/due 2026-05-06"),
  () => run.close(run.step("Step 59.").number, "eve"),
  ...Array.from({ length: 50 }, (_, at) => () => run.close(run.step(`Step ${at}.`).number, "ann")),
  () => run.comment(run.step("Step 59.").number, "stan", "/hand-to @eve she has closed it already"),
];

/** Decides and carries out; gives what was written in each round. */
function rounds(): Change[][] {
  const written: Change[][] = [];
  for (let changes = run.decide(); changes.length > 0; changes = run.decide()) {
    run.carryOut(changes);
    written.push(changes);
  }
  return written;
}

test("no look takes in more than so many facts, and nothing is done on half of what is known", () => {
  for (const happening of happenings) later(happening);
  // Long after: what was over in time is not said to be late, though the first looks do not know it yet.
  run.now = "2026-05-29T12:00:00Z";
  let known = facts().length;
  for (let changes = run.decide(); changes.length > 0; changes = run.decide()) {
    run.carryOut(changes);
    expect(facts().length - known).toBeLessThan(40);
    if (facts().length < 110) {
      const others = changes.filter(
        ({ kind }) => kind !== "edit-comment" && kind !== "post-comment" && kind !== "react",
      );
      expect(
        others.every((change) => "issue" in change && change.issue === run.step("Step 59.").number),
      ).toBe(true);
    }
    known = facts().length;
  }
  expect(run.step("Step 7.").labels).not.toContain("handrail:overdue");
  expect(run.said(run.step("Step 8.").number)).toEqual([]);
});

test("it comes to the same as when each had been looked at by itself", () => {
  for (const happening of happenings) {
    later(happening);
    run.settle();
  }
  const [oneByOne, said] = [facts(), refusals(run)];
  run = smallRun(handbook);
  for (const happening of happenings) later(happening);
  expect(rounds().length).toBeGreaterThan(3);
  expect(facts().map(comparable)).toEqual(oneByOne.map(comparable));
  expect(facts().filter(({ kind }) => kind === "due")).toHaveLength(60);
  expect(facts().filter(({ kind }) => kind === "closed")).toHaveLength(50);
  expect(said).toHaveLength(3);
  expect(refusals(run)).toEqual(said);
  expect(run.step("Step 59.").state).toBe("open");
});

/** What the bot has said to people who may not do what they did, or not so. */
function refusals({ observed }: SimulatedRun): string[] {
  return [observed.run, ...observed.steps]
    .flatMap(({ number }) => run.said(number))
    .filter((words) => words.startsWith("@ann: ") || words.startsWith("@eve, "))
    .sort();
}

function comparable({ kind, at, by, ...entry }: LedgerEntry) {
  return { kind, at, by, step: "step" in entry ? entry.step : undefined };
}
