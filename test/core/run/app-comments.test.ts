import { describe, expect, test } from "vitest";
import { peopleOfConcern, recordOf } from "../../../core/run/index.ts";
import type { SimulatedRun } from "./simulated-run.ts";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

/** 2 is written by ann and judged by ed in 3; then comes 4. */
const steps = [
  "id: draft, title: Draft, role: author, due: +1d",
  "id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, due: +8d",
  "id: last, title: Last, role: author, due: +11d",
];
const begin = () => {
  const run = smallRun(smallHandbook(steps));
  happens(run, () => run.close(2, "ann"));
  return run;
};
const isClosed = (run: SimulatedRun, title: string) => run.step(title).state === "closed";

/** Another workflow or app may write under a login that is somebody's in the handbook, and repeats what an outsider wrote. */
describe("what an app writes is no command, although its login has the part", () => {
  test.each<readonly [string, number, string, string, (run: SimulatedRun) => unknown]>([
    ["an approval", 3, "ed", "/approve", (run) => isClosed(run, "Judge")],
    ["changes that are asked for", 3, "ed", "/changes the end", (run) => run.step("Draft").state === "open"],
    ["a skip", 4, "stan", "/skip nobody needs it", (run) => isClosed(run, "Last")],
    [
      "the end of the run",
      1,
      "stan",
      "/cancel nobody needs it",
      (run) => run.observed.run.state === "closed",
    ],
    ["help", 1, "stan", "/help", (run) => run.said(1).length > 1],
    ["a word that was meant as an approval", 3, "ed", "LGTM", (run) => run.said(3).length > 1],
  ])("%s", (_what, issue, author, body, isDone) => {
    for (const isByApp of [true, false]) {
      const run = begin();
      happens(run, () => run.comment(issue, author, body, { isByApp }));
      expect(isDone(run)).toBe(!isByApp);
    }
  });
});

test("a status that an app repeats from another run is passed over: the run goes on by its own notes", () => {
  const [run, other] = [begin(), smallRun(smallHandbook(steps))];
  const foreign = other.observed.run.comments.find(({ isOurs }) => isOurs)?.body ?? "";
  happens(run, () => run.comment(1, "handrail", foreign, { isByApp: true }));
  expect(run.said(1)[0]).toContain("1 of 3 steps done");
  happens(run, () => run.comment(3, "ed", "/approve"));
  expect(run.said(1)[0]).toContain("2 of 3 steps done");
});

test("what an app writes under somebody's login is not why they did something by hand", () => {
  for (const isByApp of [true, false]) {
    const run = begin();
    happens(run, () => {
      run.comment(4, "ann", "The text is printed by then.", { isByApp });
      run.close(4, "ann", "not-planned");
    });
    expect(isClosed(run, "Last")).toBe(!isByApp);
  }
});

test("what an app writes below the retrospective is no answer to it", () => {
  for (const isByApp of [true, false]) {
    const run = smallRun(smallHandbook(["id: draft, title: Draft, role: author, due: +1d"]));
    happens(run, () => run.close(2, "ann"));
    happens(run, () => run.comment(1, "ann", "1. What held us up? The agency.", { isByApp }));
    const record = recordOf({ observed: run.observed, handbook: run.handbook, now: run.now });
    expect(record?.replies ?? []).toHaveLength(isByApp ? 0 : 1);
  }
});

test("nobody is asked about for what an app writes there", () => {
  for (const isByApp of [true, false]) {
    const run = smallRun(smallHandbook(["id: draft, title: Draft, role: author, due: +1d"]));
    happens(run, () => run.close(2, "ann"));
    run.now = "2026-03-03T09:00:00Z";
    run.comment(1, "zoe", "1. What held us up? The agency.", { isByApp });
    const concern = peopleOfConcern({ observed: run.observed, handbook: run.handbook });
    expect(concern.permissions.includes("zoe")).toBe(!isByApp);
  }
});
