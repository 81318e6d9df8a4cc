import { describe, expect, test } from "vitest";
import {
  isStatusComment,
  type ObservedIssue,
  pullRequestMark,
  seemsBehind,
} from "../../../core/run/index.ts";
import { acts, calmAfter, doneAt, runAt } from "./acts.ts";
import { seenByPeople } from "./seen-by-people.ts";
import type { SimulatedRun } from "./simulated-run.ts";

/*
 * GitHub's lists may lag behind what was written a moment ago: what is not in one is no proof that it is not there. Whatever a look makes of
 * lists of comments that lag, people see the same in the end: nothing is said twice, left unsaid or said otherwise.
 */

/** The run as a read shows it whose lists of comments, of all issues or of one, are so many comments behind. */
function behind(run: SimulatedRun, count: number, only?: number): SimulatedRun {
  const seen = run.copy();
  const hide = ({ comments }: ObservedIssue) => comments.slice(-count).filter((one) => !isStatusComment(one));
  for (const { number } of [run.observed.run, ...run.observed.steps]) {
    if (only === undefined || only === number)
      seen.update(number, (issue) => {
        const hidden = hide(issue);
        return { ...issue, comments: issue.comments.filter((one) => !hidden.includes(one)) };
      });
  }
  return seen;
}

/** One look at what a read shows; what seems to be behind is read once more. */
function look(run: SimulatedRun, seen: SimulatedRun): void {
  const { observed, now } = seen;
  run.carryOut((seemsBehind({ observed, now }) ? run : seen).decide());
}

/** How far all lists may be behind, or one of them. */
function lagsOf({ observed: { run, steps } }: SimulatedRun): (readonly [count: number, only?: number])[] {
  const issues = [run, ...steps].filter(({ comments }) => comments.some((one) => !isStatusComment(one)));
  return [1, 2, 3].flatMap((count) => [
    [count] as const,
    // One or all that is new of an issue: two of them are tried with the others.
    ...(count === 2 ? [] : issues.map(({ number }) => [count, number] as const)),
  ]);
}

test.each(acts)("$name: the same is said though a list is behind for one look", (act) => {
  const wanted = seenByPeople(calmAfter(act));
  for (const noted of [0, 1]) {
    const begun = doneAt(act);
    begun.carryOut(begun.decide().slice(0, noted));
    const tried = new Set<string>();
    for (const [count, only] of lagsOf(begun)) {
      const seen = behind(begun, count, only);
      const shown = [seen.observed.run, ...seen.observed.steps].map(({ comments }) => comments.length).join();
      if (tried.has(shown)) continue;
      tried.add(shown);
      const run = begun.copy();
      look(run, seen);
      run.settle();
      expect(seenByPeople(run), `#${only ?? ""} ${count} behind, ${noted} written before`).toEqual(wanted);
    }
  }
});

test.each(acts.filter(({ name }) => !name.includes("deletes the notes")))(
  "$name: the same is said though the list of steps is behind for one look",
  (act) => {
    const wanted = seenByPeople(calmAfter(act));
    const { steps } = doneAt(act).observed;
    for (const hidden of [steps.slice(-1), steps.slice(0, 1)]) {
      const run = doneAt(act);
      const seen = run.copy();
      const shown = seen.observed.steps.filter((one) => !hidden.some(({ number }) => number === one.number));
      seen.observed = { ...seen.observed, steps: shown };
      look(run, seen);
      run.settle();
      expect(seenByPeople(run), `without ${hidden[0]?.title}`).toEqual(wanted);
    }
  },
);

describe("notes that a list does not show", () => {
  const hidden = (run: SimulatedRun) => {
    const seen = run.copy();
    seen.update(1, (issue) => ({ ...issue, comments: [] }));
    return seen;
  };

  test("are looked for once more before anything is said of them", () => {
    const { observed, now } = hidden(runAt("begun"));
    expect(seemsBehind({ observed, now })).toBe(true);
  });

  test.each([1, 2])("are restored, and the word on that goes, when %i looks have missed them", (looks) => {
    const run = runAt("drafted");
    const wanted = seenByPeople(run);
    const changes = hidden(run).decide();
    for (let done = 0; done < looks; done += 1) run.carryOut(changes);
    expect(run.said(1).join("\n")).toContain("Somebody has deleted");
    run.settle();
    expect(seenByPeople(run)).toEqual(wanted);
    expect(run.decide()).toEqual([]);
  });

  test("are restored with one word when two processes miss at different moments what was deleted", () => {
    const run = runAt("drafted");
    run.update(1, (issue) => ({ ...issue, comments: [] }));
    const first = run.decide();
    run.now = new Date(Date.parse(run.now) + 2000).toISOString();
    const second = run.decide();
    run.carryOut(first);
    run.carryOut(second);
    run.settle();
    expect(run.said(1).filter((words) => words.includes("Somebody has deleted"))).toHaveLength(1);
    expect(run.decide()).toEqual([]);
  });
});

test("what a pull request has told a run stands there once, though two looks knew nothing of each other", () => {
  const run = runAt("begun");
  const told = (pull: number) =>
    ({
      kind: "post-comment",
      issue: 1,
      body: `This run keeps its text.\n\n${pullRequestMark(pull)}`,
    }) as const;
  run.carryOut([told(7), told(7), told(8)]);
  run.settle();
  expect(run.said(1).filter((words) => words.includes("keeps its text"))).toHaveLength(2);
});

test("what is said once in a run is said on one issue, though two looks knew nothing of each other", () => {
  const run = runAt("begun");
  const draft = run.step("Draft").number;
  run.comment(1, "vic", "/move 2026-03-06 later");
  const seen = run.copy();
  run.settle();
  for (const one of [run, seen]) one.comment(draft, "vic", "/done");
  seen.update(1, (issue) => ({ ...issue, comments: issue.comments.filter(isStatusComment) }));
  run.carryOut(seen.decide());
  run.settle();
  expect([...run.said(1), ...run.said(draft)].filter((words) => words.startsWith("@vic"))).toHaveLength(1);
});
