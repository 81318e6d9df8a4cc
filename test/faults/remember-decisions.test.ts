import { expect, test } from "vitest";
import { type Change, decide as decideAnew, type RunInput } from "../../core/run/index.ts";
import { playCalm } from "../../scripts/faults/play.ts";
import { rememberDecisions } from "../../scripts/faults/remember-decisions.ts";
import { smallHandbook, smallRun } from "../core/run/small-handbook.ts";
import { fixedLife } from "./fixed-life.ts";

const step = "id: draft, title: Draft, role: author, due: 0d";
const run = smallRun(smallHandbook([step]));
const input: RunInput = { observed: run.observed, handbook: run.handbook, now: run.now };
const { observed, handbook } = input;

/** The same in every value, and no object of it the same, but for the handbook that is read once. */
function again(one: RunInput): RunInput {
  return { ...structuredClone({ ...one, handbook: undefined }), handbook: { ...one.handbook } };
}

function counting() {
  const asked: RunInput[] = [];
  const decide = rememberDecisions((one): Change[] => {
    asked.push(one);
    return [{ kind: "reopen-issue", issue: asked.length }];
  });
  return { asked, decide };
}

test("the same input is decided once", () => {
  const { asked, decide } = counting();
  const first = decide(again(input));
  expect(decide(again(input))).toEqual(first);
  expect(asked).toHaveLength(1);
});

test.each<[string, RunInput]>([
  ["another moment", { ...input, now: "2026-03-02T08:00:01Z" }],
  ["another word of an issue", { ...input, observed: { ...observed, run: { ...observed.run, body: "" } } }],
  [
    "another right of somebody",
    {
      ...input,
      observed: { ...observed, people: { ...observed.people, permissions: new Map([["ann", "admin"]]) } },
    },
  ],
  ["a sign on a comment", { ...input, observed: { ...observed, reactions: new Map([["c1", []]]) } }],
  ["another run beside it", { ...input, others: [] }],
  ["another handbook", { ...input, handbook: { ...handbook, handbook: smallHandbook([step]) } }],
  ["other people in the newest one", { ...input, handbook: { ...handbook, newest: handbook.handbook } }],
  ["a newer text that is offered", { ...input, handbook: { ...handbook, offered: handbook } }],
])("%s is decided anew", (_, bent) => {
  const { asked, decide } = counting();
  decide(input);
  decide(bent);
  expect(asked).toEqual([input, bent]);
});

test("what is decided otherwise for the same input is found out", () => {
  const { decide } = counting();
  expect(() => {
    for (let time = 0; time < 100; time += 1) decide(input);
  }).toThrow("decided in two ways");
});

test("a life in which something is decided in two ways has a defect, wherever the bot catches what is thrown", {
  timeout: 120_000,
}, async () => {
  let time = 0;
  const decide = rememberDecisions((one) => {
    time += 1;
    return decideAnew(one).map((change) => ({ ...change, time }));
  }, 1);
  const { violations } = await playCalm(fixedLife, decide);
  expect(violations.filter(({ kind }) => kind === "defect").map(({ found }) => found)).toContain(
    "Error: The same input was decided in two ways.",
  );
});

test("a life goes alike with a memory and without, and nobody changes what is shared", {
  timeout: 120_000,
}, async () => {
  let decided = 0;
  const decide = rememberDecisions((input) => {
    decided += 1;
    return frozen(decideAnew(input));
  });
  const first = await playCalm(fixedLife, decide);
  const once = decided;
  expect(await playCalm(fixedLife, decide)).toEqual(first);
  expect(first).toEqual(await playCalm(fixedLife));
  // One in fifty is checked.
  expect(decided).toBeLessThan(once * 1.1);
});

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}
