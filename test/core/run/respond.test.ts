import { describe, expect, test } from "vitest";
import { createWorkCalendar } from "../../../core/calendar/index.ts";
import { reactionsOfConcern, recordOf } from "../../../core/run/index.ts";
import { workingMinutes } from "../../../core/run/state/working-minutes.ts";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

const frame = {
  config: { timeZone: "Europe/Zurich", dayStart: "09:00", dueTime: "17:00" },
  calendar: createWorkCalendar({ workweek: [1, 2, 3, 4, 5], publicHolidays: () => [], closed: [] }),
};

test.each([
  ["2026-03-02T09:00:00Z", "2026-03-02T09:30:00Z", 30, "within a day"],
  ["2026-03-02T15:30:00Z", "2026-03-03T08:30:00Z", 60, "over night: half an hour on either side"],
  ["2026-03-06T15:30:00Z", "2026-03-09T08:30:00Z", 60, "over a weekend"],
  ["2026-03-07T10:00:00Z", "2026-03-08T10:00:00Z", 0, "at a weekend"],
  ["2026-03-27T16:00:00Z", "2026-03-30T07:30:00Z", 30, "over the night on which the clocks change"],
  ["2026-03-03T09:00:00Z", "2026-03-02T09:00:00Z", 0, "backwards"],
])("from %s to %s are %i minutes of work: %s", (from, to, minutes) => {
  expect(workingMinutes(from, to, frame)).toBe(minutes);
});

describe("the first reaction", () => {
  const steps = [
    "id: first, title: First, role: author, respond: 30m",
    "id: second, title: Second, role: editor, respond: 4h",
  ];
  const reactionsAfter = (live: (run: ReturnType<typeof smallRun>) => void) => {
    const run = smallRun(smallHandbook(steps), { now: "2026-03-02T10:00:00Z" });
    live(run);
    const record = recordOf({ observed: run.observed, handbook: run.handbook, now: run.now });
    return record?.tasks.map(({ respond }) => respond);
  };

  test.each([
    [
      "a comment of whoever has it",
      (run: ReturnType<typeof smallRun>) => run.comment(2, "Ann", "I am on it."),
      true,
    ],
    [
      "a command about it, written elsewhere",
      (run: ReturnType<typeof smallRun>) => run.comment(1, "ann", "/due first 2026-03-09 ill"),
      true,
    ],
    ["a sign on its issue", (run: ReturnType<typeof smallRun>) => run.react(2, "ann"), true],
    ["a sign of somebody else: none", (run: ReturnType<typeof smallRun>) => run.react(2, "ed"), false],
    [
      "a tick in its checklist",
      (run: ReturnType<typeof smallRun>) => run.edit(2, "ann", `${run.step("First").body}\n- [x] Read it`),
      true,
    ],
    [
      "a change of its text by somebody else: none",
      (run: ReturnType<typeof smallRun>) => run.edit(2, "ed", `${run.step("First").body}\n- [x] Read it`),
      false,
    ],
    ["its end", (run: ReturnType<typeof smallRun>) => run.close(2, "lea"), true],
    [
      "a comment of somebody else: none",
      (run: ReturnType<typeof smallRun>) => run.comment(2, "ed", "Hurry up."),
      false,
    ],
  ])("is %s", (_name, live, hasReacted) => {
    const [first] =
      reactionsAfter((run) => {
        run.settle("2026-03-02T10:19:00Z");
        happens(run, () => live(run));
      }) ?? [];
    expect(first).toMatchObject({ targetMinutes: 30, minutes: 20 });
    expect(first?.respondedAt !== undefined).toBe(hasReacted);
  });

  test("is counted from the step's own turn, so a step that waits has none yet", () => {
    expect(reactionsAfter(() => undefined)?.[1]).toEqual({ targetMinutes: 240 });
  });

  test("is kept when a sign is taken off or a later edit hides it", () => {
    const run = smallRun(smallHandbook(steps), { now: "2026-03-02T10:00:00Z" });
    run.settle("2026-03-02T10:19:00Z");
    happens(run, () => run.react(2, "ann"));
    run.observed = { ...run.observed, reactions: new Map() };
    run.settle("2026-03-02T13:00:00Z");
    const record = recordOf({ observed: run.observed, handbook: run.handbook, now: run.now });
    expect(record?.tasks[0]?.respond).toMatchObject({ minutes: 20, respondedAt: "2026-03-02T10:20:00.000Z" });
  });

  test("is asked about only where it is awaited", () => {
    const run = smallRun(smallHandbook(steps), { now: "2026-03-02T10:00:00Z" });
    const asked = () => reactionsOfConcern({ observed: run.observed, handbook: run.handbook });
    expect(asked()).toEqual(["issue-2"]);
    happens(run, () => run.react(2, "ann"));
    expect(asked()).toEqual([]);
    happens(run, () => run.close(2, "ann"));
    expect(asked()).toEqual(["issue-3", expect.stringMatching(/^comment-/)]);
    happens(run, () => run.react(3, "ed", "comment"));
    expect(asked()).toEqual([]);
  });

  test.each([
    ["2026-03-02T10:29:00Z", undefined, "first reaction within 30 minutes"],
    ["2026-03-02T10:31:00Z", "**no reaction within 30 minutes**", "**no reaction within 30 minutes**"],
  ])("at %s status and step say %s", (now, status, step) => {
    const run = smallRun(smallHandbook(steps), { now: "2026-03-02T10:00:00Z" });
    run.settle(now);
    expect(/no reaction/.test(run.said(1)[0] ?? "")).toBe(status !== undefined);
    expect(run.said(1)[0]).toContain(status ?? "**their turn**");
    expect(run.step("First").body).toContain(step);
    happens(run, () => run.react(2, "ann"));
    const took = now.includes(":29:")
      ? "first reaction after 30 minutes"
      : "first reaction **after 32 minutes**";
    expect(run.said(1)[0]).toContain(took);
    expect(run.step("First").body).toContain(took);
    expect(run.decide()).toEqual([]);
  });

  test("counts every minute where no day is ever off", () => {
    const head = ["calendar: { workweek: [mon, tue, wed, thu, fri, sat, sun] }", "confirm: never"];
    const run = smallRun(smallHandbook(steps, { head }), {
      anchorDate: "2027-05-01",
      now: "2027-05-01T02:00:00Z",
    });
    run.settle("2027-05-01T02:31:00Z");
    expect(run.said(1)[0]).toContain("**no reaction within 30 minutes**");
  });

  test("stands in the retrospective", () => {
    const run = smallRun(smallHandbook(steps), { now: "2026-03-02T10:00:00Z" });
    run.settle("2026-03-02T11:00:00Z");
    happens(run, () => run.close(2, "ann"));
    happens(run, () => run.close(3, "ed"));
    expect(run.said(1).join("\n")).toContain(
      "First reactions, in working time:\n\n- **First**: **after 1 hour 1 minute**, asked for within 30 minutes\n- **Second**: after 1 minute, asked for within 4 hours",
    );
  });
});
