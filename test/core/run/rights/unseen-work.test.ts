import { describe, expect, test } from "vitest";
import { isStatusComment } from "../../../../core/run/ledger/status-marker.ts";
import type { Permission } from "../../../../core/run/observed/observed-run.ts";
import { NestedRuns } from "../nested-runs.ts";
import { RunInside } from "../run-inside.ts";
import type { SimulatedRun } from "../simulated-run.ts";

const permissions = {
  stan: "write",
  ann: "write",
  lea: "write",
  dora: "write",
  root: "admin",
} as const;
const starts = (process: number) =>
  `id: inside, title: Inside, kind: process, process: inside-${process}, role: author, due: +1d`;
const draft = "id: draft, title: Draft, role: lead, due: -3d";
const judge = "id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, due: -1d";
const judgesInside =
  "id: judge, title: Judge, kind: approval, approvers: [editor], approves: inside, due: +4d";
const last = "id: last, title: Last, role: author, due: +9d";

/** Somebody deletes the notes of the run inside and does something in the run above, which is looked at first; then the notes are back. */
function withoutNotes(runs: RunInside, acts: (above: SimulatedRun) => void): void {
  const { number, comments } = runs.inside.observed.run;
  const notes = comments.filter((comment) => comment.isOurs && isStatusComment(comment));
  expect(notes).toHaveLength(1);
  const now = new Date(Date.parse(runs.above.now) + 60_000).toISOString();
  for (const run of runs.runs) run.now = now;
  const set = (change: (all: typeof comments) => typeof comments) =>
    runs.above.update(number, (issue) => ({ ...issue, comments: change(issue.comments) }));
  set((all) => all.filter((comment) => !notes.includes(comment)));
  acts(runs.above);
  runs.above.settle();
  set((all) => [...notes, ...all]);
  runs.settle();
}

describe("a run that is judged and whose notes are gone for a moment", () => {
  const judged = () => {
    const runs = new RunInside(
      [starts(1), judgesInside, last],
      { steps: ["id: draft, title: Draft, role: lawyer, due: -3d"] },
      permissions,
    );
    runs.writeInside("Draft", "law", "/done");
    return runs;
  };
  const approve = (above: SimulatedRun) => above.comment(above.step("Judge").number, "ed", "/approve");

  test("is not approved, since nobody would see its texts change", () => {
    const runs = judged();
    withoutNotes(runs, approve);
    expect(runs.above.step("Judge").state).toBe("open");
    expect(runs.above.said(3).at(-1)).toMatchInlineSnapshot(
      `"@ed: I have not counted this: **Inside** (#2) is part of what you judge, and the notes of that run are not there just now, so I could not tell if its texts are changed. Please write \`/approve\` again in a few minutes. If they stay away, whoever answers for this step can leave it out with \`/skip\` and why."`,
    );
  });

  test("is once they are back, and asked about again when a text in it is changed", () => {
    const runs = judged();
    withoutNotes(runs, approve);
    runs.writeAbove("Judge", "ed", "/approve");
    expect(runs.above.step("Judge").state).toBe("closed");
    const { number, body } = runs.inside.step("Draft");
    runs.inside.edit(number, "ann", `${body} Twice`);
    runs.settle();
    expect(runs.above.step("Judge").state).toBe("open");
  });
});

describe("what an approval of work that cannot be seen for a moment hangs on", () => {
  const when = 'when: { price: ">= 100" }';
  const begin = (more: Readonly<Record<string, Permission>> = {}) => {
    const runs = new RunInside(
      [
        "id: way, title: Way, kind: decision, options: [web, print], role: author, due: 0d",
        "id: count, title: Count, role: author, after: [], collect: [{ id: price, label: Price, type: number }], due: 0d",
        `${starts(1)}, after: []`,
        "id: text, title: Text, role: lawyer, after: [], due: 0d",
        `${judgesInside}, after: [way, inside], when: { way: web }`,
        "id: check, title: Check, kind: approval, approvers: [editor], approves: text, after: [way, text], when: { way: web }, due: +5d",
        `id: cost, title: Cost, kind: approval, approvers: [editor], approves: inside, after: [count, inside], ${when}, due: +5d`,
        last,
      ],
      { steps: [draft] },
      { ...permissions, ...more },
    );
    runs.writeInside("Draft", "lea", "It goes well.");
    return runs;
  };
  test.each<[string, string, string, "open" | "closed"]>([
    ["lea", "Way", "/decide print", "open"],
    ["lea", "Count", "/done price: 1", "open"],
    ["ann", "Way", "/decide print", "closed"],
    ["ann", "Count", "/done price: 1", "closed"],
    ["root", "Way", "/decide print", "closed"],
  ])("%s writes on %s: %s, and it is %s", (who, step, words, state) => {
    const runs = begin();
    withoutNotes(runs, (above) => above.comment(above.step(step).number, who, words));
    expect(runs.above.step(step).state).toBe(state);
    const seen = begin();
    seen.writeAbove(step, who === "ann" ? "ann" : "dora", words);
    expect(seen.above.step(step).state).toBe("closed");
  });

  test("passes to nobody by whoever answers for it", () => {
    const runs = begin();
    withoutNotes(runs, (above) =>
      above.comment(above.step("Way").number, "lea", "/hand-to @stan he may say it"),
    );
    expect(runs.above.step("Way").assignees).toEqual(["ann"]);
    expect(runs.above.said(runs.above.step("Way").number).at(-1)).toContain(
      "I cannot see whose work it judges: that goes on in a run inside this one.",
    );
  });

  test("is not opened again by hand by whoever only answers for it, who hears why", () => {
    const runs = begin();
    const { number } = runs.above.step("Way");
    runs.writeAbove("Way", "ann", "/decide web");
    withoutNotes(runs, (above) => above.reopen(number, "lea"));
    expect(runs.above.step("Way").state).toBe("closed");
    expect(runs.above.said(number).at(-1)).toMatch(
      /^@lea, An approval .*in a run inside this one\..* I closed it again\.$/,
    );
  });

  test("gets no other date by hand from whoever only answers for it, who hears why", () => {
    const runs = begin({ lea: "read" });
    const { number } = runs.above.step("Way");
    withoutNotes(runs, (above) => above.date(number, "lea", "2026-06-10"));
    expect(runs.above.said(number).at(-1)).toMatch(
      /^@lea, An approval .*in a run inside this one\..* I put the date back to Monday 1 June 2026\.$/,
    );
  });
});

describe("a run in which an approval waits and whose notes are gone for a moment", () => {
  const waiting = () => {
    const runs = new RunInside([starts(1), last], { steps: [draft, judge] }, permissions);
    runs.writeInside("Draft", "lea", "/done");
    return runs;
  };
  const skips = (who: string) => (above: SimulatedRun) => above.comment(1, who, "/skip inside it takes long");

  test("is left out by nobody of whom one cannot tell whether it judges their work", () => {
    const runs = waiting();
    withoutNotes(runs, skips("lea"));
    expect(runs.above.step("Inside").state).toBe("open");
    withoutNotes(runs, (above) => {
      above.comment(above.step("Inside").number, "lea", "It takes long.");
      above.close(above.step("Inside").number, "lea", "not-planned");
    });
    expect(runs.above.step("Inside").state).toBe("open");
  });

  test("is left out by an administrator, and once they are back by whoever answers for it", () => {
    const runs = waiting();
    withoutNotes(runs, skips("root"));
    expect(runs.above.step("Inside").state).toBe("closed");
    const later = waiting();
    later.writeAbove("", "dora", "/skip inside it takes long");
    expect(later.above.step("Inside").state).toBe("closed");
  });
});

describe("work two runs below that an approval judges", () => {
  const deep = (above: readonly string[], below: readonly string[]) => {
    const runs = new NestedRuns([{ steps: above }, { steps: [starts(2)] }, { steps: below }], {
      permissions,
    });
    runs.write(2, "Draft", "lea", "/done");
    return runs;
  };
  const waitsBelow = () => deep([starts(1), last], [draft, judge]);

  test("is not left out with all around it by whoever did it", () => {
    const runs = waitsBelow();
    runs.write(0, "", "lea", "/skip inside it takes long");
    expect(runs.at(0).step("Inside").state).toBe("open");
    expect(runs.at(0).said(1).at(-1)).toMatchInlineSnapshot(
      `"@lea: An approval is still to be given here, and I cannot see whose work it judges: that goes on in a run inside **Inside**. Please end or leave out the innermost run first, on its own issue. If somebody has deleted the notes of a run, write this once more in a few minutes. An administrator of this repository can do it at any time."`,
    );
    runs.write(1, "", "lea", "/cancel it takes long");
    expect(runs.at(1).observed.run.state).toBe("open");
  });

  test("is left out from its own run up by whoever answers for that", () => {
    const runs = waitsBelow();
    runs.write(1, "", "dora", "/skip inside it takes long");
    expect(runs.at(1).step("Inside").state).toBe("closed");
  });

  test("which goes on still, is judged by an approval that whoever has a part in it does not leave out either", () => {
    const runs = deep(
      [starts(1), judgesInside, last],
      [draft, "id: more, title: More, role: author, due: -1d"],
    );
    runs.write(0, "Judge", "lea", "/skip it takes long");
    expect(runs.at(0).step("Judge").state).toBe("open");
    runs.write(0, "Judge", "lea", "/hand-to @stan for @ed he has the time");
    expect(runs.at(0).step("Judge").assignees).toEqual(["ed"]);
    runs.write(0, "Judge", "ed", "/hand-to @dee I am away");
    expect(runs.at(0).step("Judge").assignees).toEqual(["dee"]);
    runs.write(2, "More", "ann", "/done");
    runs.write(0, "Judge", "dora", "/skip it takes long");
    expect(runs.at(0).step("Judge").state).toBe("closed");
  });
});
