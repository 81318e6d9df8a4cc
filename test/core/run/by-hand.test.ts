import { beforeEach, describe, expect, test } from "vitest";
import { recordOf } from "../../../core/run/index.ts";
import { ledgerOf } from "../../../core/run/ledger/ledger-of.ts";
import type { SimulatedRun } from "./simulated-run.ts";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

let run: SimulatedRun;
beforeEach(() => {
  run = smallRun(
    smallHandbook([
      "id: draft, title: Draft, role: author, due: +1d",
      "id: judge, title: Judge, kind: approval, approvers: [editor, lawyer], approves: draft, due: +8d",
    ]),
    { permissions: { stan: "write", wim: "write" } },
  );
});
const departures = () => {
  const { observed, handbook, now } = run;
  return recordOf({ observed, handbook, now })?.deviations.map(({ kind }) => kind);
};
const rewrite = (body: (before: string) => string) =>
  happens(run, () =>
    run.update(2, (issue) => ({ ...issue, body: body(issue.body), isEditedByPeople: true })),
  );

describe("the body of a step", () => {
  test("comes back below what stands in its place when it was wiped", () => {
    rewrite(() => "See the wiki.");
    expect(run.step("Draft").body).toMatch(
      /^See the wiki\.\n\n<!-- handrail:facts -->\n\*\*Due Tuesday 3 March/,
    );
    expect(run.step("Draft").body).toContain("When it is done, close this issue.");
  });

  test("gets its facts back, and nothing else changes", () => {
    rewrite((before) =>
      before.replace(/<!-- handrail:facts -->.*<!-- \/handrail:facts -->\n\n/s, "My note.\n\n"),
    );
    const { body } = run.step("Draft");
    expect(body).toMatch(/^<!-- handrail:facts -->\n\*\*Due Tuesday 3 March 2026\*\*/);
    expect(body.match(/When it is done/g)).toHaveLength(1);
    expect(body).toContain("My note.");
  });

  test("follows a new date after that, and so does the date field", () => {
    rewrite(() => "");
    happens(run, () => run.comment(2, "stan", "/due 2026-03-05 the expert is away"));
    expect(run.step("Draft").body).toContain("**Due Thursday 5 March 2026** (planned for Tue 3 Mar 2026)");
    expect(run.changes.at(-1)?.kind).not.toBe("create-step");
    expect(run.changes).toContainEqual({ kind: "set-due-date", issue: 2, date: "2026-03-05" });
  });
});

describe("a sub-issue that is taken off the run", () => {
  test("is made anew, and the new one names the old one", () => {
    happens(run, () => {
      run.observed = { ...run.observed, steps: run.observed.steps.filter(({ number }) => number !== 2) };
    });
    expect(run.step("Draft").number).toBe(4);
    expect(run.step("Draft").body).toContain("this issue takes the place of #2");
  });
});

describe("an added step", () => {
  test("says who asked for it, and why", () => {
    happens(run, () => run.comment(1, "stan", "/add Ask the printer @tim 2026-03-06 he is *new*"));
    expect(run.step("Ask the printer").body).toContain("Added by stan:\n\n> he is \\*new\\*");
  });

  function addByHand(by: string): void {
    const own = run.step("Draft");
    const added = {
      ...own,
      number: 9,
      id: "issue-9",
      title: "Print",
      body: "Please.",
      writtenBody: "",
      author: "tim",
      addedBy: by,
      isOurs: false,
    };
    const bare = { ...added, labels: [], assignees: ["tim"], comments: [], createdAt: run.now };
    run.observed = { ...run.observed, steps: [...run.observed.steps, bare] };
  }

  test("by hand is marked, dated, and told what it is now", () => {
    happens(run, () => addByHand("stan"));
    expect(run.step("Print")).toMatchObject({ body: "Please.", labels: ["handrail:step"] });
    expect(run.said(9)).toEqual([
      "This is a step of Work, #1, now. It is with tim and due **Monday 2 March 2026**, the start date. `/due` with a day and why gives it another date, `/hand-to @login why` another person.",
    ]);
    expect(run.changes).toContainEqual({ kind: "set-due-date", issue: 9, date: "2026-03-02" });
  });

  test("by hand, by somebody who may write here, stays when the notes of the run and their copy are gone", () => {
    happens(run, () => addByHand("wim"));
    const said = run.said(9);
    expect(said.join()).toContain("This is a step of Work, #1, now.");
    happens(run, () => {
      run.update(1, (issue) => ({ ...issue, comments: [] }));
      run.observed = { ...run.observed, steps: run.observed.steps.filter(({ number }) => number !== 2) };
    });
    expect(run.said(1).join()).toContain("their copy too");
    expect(run.said(9)).toEqual(said);
    expect(run.step("Print").state).toBe("open");
  });
});

describe("other people on an issue", () => {
  test("put on and taken off one after the other are one departure", () => {
    run.comment(2, "stan", "Lou knows the printer.");
    happens(run, () => run.assign(2, "stan", ["ann", "lou"]));
    happens(run, () => run.assign(2, "stan", ["lou"]));
    expect(departures()).toEqual(["handed-over"]);
    expect(run.step("Draft").assignees).toEqual(["lou"]);
  });

  test("nobody at all is undone, with a word to whoever did it", () => {
    happens(run, () => run.assign(2, "stan", []));
    expect(run.step("Draft").assignees).toEqual(["ann"]);
    expect(run.said(2)).toEqual([
      "@stan, a step always belongs to somebody, so this one is back with ann. To give it to somebody else, write `/hand-to @login why`.",
    ]);
    expect(departures()).toEqual([]);
  });

  test("is undone with a word to whoever took it off themselves", () => {
    happens(run, () => run.assign(2, "Ann", []));
    expect(run.said(2)).toEqual([expect.stringMatching(/^@Ann, .* so this one is back with you\./)]);
  });

  test.each([
    ["one approver for another passes that part on", ["dee", "law"], ["dee", "law"], ["handed-over"]],
    ["one for both is undone", ["lou"], ["ed", "law"], []],
    ["a third one is undone", ["ed", "law", "lou"], ["ed", "law"], []],
  ])("%s", (_name, assigned, then, departed) => {
    run.comment(3, "ed", "I am away that week.");
    happens(run, () => run.assign(3, "ed", assigned));
    expect(run.step("Judge").assignees.toSorted()).toEqual(then);
    expect(departures()).toEqual(departed);
    expect(run.said(3)).toHaveLength(1);
  });
});

describe("what is written and what is done by hand after it, read in one look", () => {
  const before = "/due 2026-03-05 the expert is away";

  test.each([
    ["closed", () => run.close(2, "ann"), ["closed"]],
    ["closed, opened and closed", () => closeAgain(), ["closed"]],
    ["closed and opened", () => closeAndOpen(), []],
  ] as const)("both count: %s", (_what, act, kinds) => {
    happens(run, () => {
      run.comment(2, "ann", before);
      later(act);
    });
    expect(ledgerOf(run.observed)?.entries.map(({ kind }) => kind)).toEqual(["due", ...kinds]);
    expect(run.step("Draft").state).toBe(kinds.length > 0 ? "closed" : "open");
    expect(run.changes.some(({ kind }) => kind === "reopen-issue")).toBe(false);
  });

  test("a step that was over is opened again", () => {
    happens(run, () => run.close(2, "ann"));
    happens(run, () => {
      run.comment(1, "stan", "/move 2026-03-04 the client asked for it");
      later(() => run.reopen(2, "ann"));
    });
    expect(ledgerOf(run.observed)?.entries.map(({ kind }) => kind)).toEqual(["closed", "moved", "reopened"]);
    expect(run.step("Draft").state).toBe("open");
  });

  function later(act: () => void): void {
    run.now = new Date(Date.parse(run.now) + 60_000).toISOString();
    act();
  }

  function closeAndOpen(): void {
    run.close(2, "ann");
    later(() => run.reopen(2, "ann"));
  }

  function closeAgain(): void {
    closeAndOpen();
    later(() => run.close(2, "ann"));
  }
});

/** Carries out the first of what is decided, as when the program is killed right after it, and looks again. */
function lookTwice(): void {
  run.carryOut(run.decide().slice(0, 1));
  run.settle();
}

describe("the date of a step that was over", () => {
  const said = () => run.said(run.step("Draft").number).join("\n");

  beforeEach(() => {
    happens(run, () => run.comment(run.step("Draft").number, "ann", "/done"));
    happens(run, () => run.date(run.step("Draft").number, "ann", null));
    run.now = "2026-03-02T09:00:00Z";
  });

  test.each<[string, () => void]>([
    ["/undo", () => run.comment(run.step("Draft").number, "ann", "/undo")],
    ["opening its issue", () => run.reopen(run.step("Draft").number, "ann")],
  ])("comes back without a word after %s, however often the bot looks", (_how, open) => {
    open();
    lookTwice();
    expect(run.step("Draft").dating).toMatchObject({ isOurs: true, date: "2026-03-03" });
    expect(said()).not.toContain("a step keeps its date");
  });

  test("comes back with a word when it is taken off after that", () => {
    happens(run, () => run.reopen(run.step("Draft").number, "ann"));
    happens(run, () => run.date(run.step("Draft").number, "ann", null));
    expect(said()).toContain("a step keeps its date");
  });
});

describe("whoever has a step that was over", () => {
  const draft = () => run.step("Draft").number;

  test.each<[string, number]>([
    ["when nothing is lost", 20],
    ["when only the notes were written", 1],
  ])("has it again without a word once it is opened again, %s", (_what, written) => {
    happens(run, () => run.comment(draft(), "ann", "/done"));
    happens(run, () => run.assign(draft(), "tim", ["tim"]));
    const before = run.said(draft());
    run.now = "2026-03-02T09:00:00Z";
    run.comment(draft(), "ann", "/undo");
    run.carryOut(run.decide().slice(0, written));
    lookTwice();
    expect(run.step("Draft").assignees).toEqual(["ann"]);
    expect(run.said(draft()).slice(before.length).join("\n")).not.toContain("it is back with");
  });
});

test("a checkpoint that is reached is closed, and nothing more is noted of what it waited for", () => {
  run = smallRun(
    smallHandbook([
      "id: way, title: Which way?, kind: decision, role: author, options: [now, later], due: +1d",
      "id: check, title: Check, role: editor, when: { way: now }, due: +2d",
      "id: there, title: There, kind: checkpoint, after: [check], due: +3d",
      "id: send, title: Send, role: author, after: [there], due: +4d",
    ]),
  );
  const before = run.step("There").blockedBy;
  happens(run, () => run.comment(run.step("Which way?").number, "ann", "/decide later"));
  expect(run.step("There")).toMatchObject({ state: "closed", blockedBy: before });
  expect(run.said(run.step("Send").number).join("\n")).toContain("it is your turn");
});

describe("a date set by hand that brings something", () => {
  const draft = () => run.step("Draft").number;
  const late = "2026-03-20";
  const warning = `@stan, the new date holds. Please note what this brings:

- “Judge” is due on Tuesday 10 March 2026, before “Draft” which it waits for.`;
  const timesSaid = () => run.said(draft()).filter((words) => words === warning).length;

  beforeEach(() => {
    run.now = "2026-03-02T09:00:00Z";
    run.comment(draft(), "stan", "The expert is away.");
    run.date(draft(), "stan", late);
  });

  test("is warned of once", () => {
    lookTwice();
    expect(run.step("Draft").body).toContain("**Due Friday 20 March 2026**");
    expect(timesSaid()).toBe(1);
  });

  test("is warned of later when only the notes were written", () => {
    run.carryOut(run.decide().slice(0, 1));
    expect(timesSaid()).toBe(0);
    lookTwice();
    expect(timesSaid()).toBe(1);
  });

  test("is not warned of once another date has taken its place, or the step is over", () => {
    run.carryOut(run.decide().slice(0, 1));
    happens(run, () => run.comment(draft(), "stan", "/due 2026-03-04 the expert is back"));
    expect(timesSaid()).toBe(0);
    expect(run.step("Draft").body).toContain("**Due Wednesday 4 March 2026**");
  });
});

describe("a step that a command left out", () => {
  const told = () =>
    run.said(run.step("Draft").number).filter((words) => words.includes("has left **Draft** out"));

  test.each([
    ["is told why where the command was written on the run", 1, "/skip draft Nobody needs it", 1],
    ["needs no word where the command itself stands", 2, "/skip Nobody needs it", 0],
  ])("%s", (_what, issue, command, times) => {
    happens(run, () => run.comment(issue, "stan", command));
    lookTwice();
    expect(told()).toHaveLength(times);
  });

  test("needs no word either while GitHub does not list the command yet", () => {
    run.comment(2, "stan", "/skip Nobody needs it this time");
    const all = run.step("Draft").comments;
    run.carryOut(run.decide().slice(0, 1));
    run.update(2, (issue) => ({ ...issue, comments: [] }));
    run.carryOut(run.decide());
    expect(told()).toEqual([]);
    run.update(2, (issue) => ({ ...issue, comments: [...all, ...issue.comments] }));
    lookTwice();
    expect(told()).toEqual([]);
  });
});

test("a step that is handed on without a reason and done right after is done, with the word on the one first", () => {
  const run = smallRun(
    smallHandbook([
      "id: draft, title: Draft, role: author, due: +1d",
      "id: print, title: Print, role: editor, due: +3d",
    ]),
  );
  happens(run, () => {
    run.assign(2, "stan", ["ann", "lea"]);
    run.now = new Date(Date.parse(run.now) + 2000).toISOString();
    run.close(2, "ann");
  });
  expect(run.step("Draft")).toMatchObject({ state: "closed", assignees: ["ann"] });
  expect(run.said(2).at(-1)).toContain("@stan, handing a step on needs a few words why");
  expect(run.said(3).at(-1)).toContain("@ed, it is your turn");
});

describe("what people were told is put back", () => {
  test.each<[string, () => void, object]>([
    ["an assignment", () => run.assign(2, "stan", []), { assignees: ["ann"] }],
    ["a date", () => run.date(2, "ann", null), { dating: { date: "2026-03-03" } }],
  ])("%s comes back also where the step was done before", (_what, change, then) => {
    change();
    run.carryOut(run.decide().filter(({ kind }) => !["add-assignees", "set-due-date"].includes(kind)));
    expect(run.said(2)).toHaveLength(1);
    expect(run.step("Draft")).not.toMatchObject(then);
    run.close(2, "ann", "completed");
    run.settle();
    expect(run.step("Draft")).toMatchObject({ state: "closed", ...then });
    expect(run.said(2)).toHaveLength(1);
  });
});
