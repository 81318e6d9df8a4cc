import { describe, expect, test } from "vitest";
import type { SimulationOptions } from "../simulated-run.ts";
import { happens, smallHandbook, smallRun, writes as write } from "../small-handbook.ts";

const permissions = { stan: "write", ann: "write", ed: "write", zoe: "write" } as const;
/** The approver has the work by the handbook, until somebody gives it to another. */
const roles = `lead: { title: Lead, people: [lea] }
author: { title: Author, people: [ann] }
writer: { title: Writer, people: [ed] }
editor: { title: Editor, people: [ed], deputies: [dee] }
`;
const steps = [
  "id: brief, title: Brief, role: author, due: +1d",
  "id: draft, title: Draft, role: writer, due: +3d",
  "id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, due: +8d",
  "id: last, title: Last, role: author, due: +13d",
];
const begin = (lines: readonly string[] = steps, options: Partial<SimulationOptions> = {}) =>
  smallRun(smallHandbook(lines, { files: { "roles.yml": roles } }), { permissions, ...options });
type Run = ReturnType<typeof begin>;
const close = (run: Run, title: string, who: string) =>
  happens(run, () => run.close(run.step(title).number, who));
const edit = (run: Run, title: string, who: string, words = "The first half.") =>
  happens(run, () => run.edit(run.step(title).number, who, `${run.step(title).body}\n\n${words}`));

/** What each way of handing the draft to ann before its turn is, as ed does it. */
const ways: Readonly<Record<string, (run: Run) => void>> = {
  "with a command": (run) => write(run, "Draft", "ed", "/hand-to @ann I approve it"),
  "by hand": (run) => {
    write(run, "Draft", "ed", "I approve it.");
    happens(run, () => run.assign(run.step("Draft").number, "ed", ["ann"]));
  },
};

/** The approver tries once the work is over. */
function approves(run: Run, who = "ed"): boolean {
  close(run, "Brief", "ann");
  close(run, "Draft", "ann");
  write(run, "Judge", who, "/approve");
  return run.step("Judge").state === "closed";
}

describe.each(Object.entries(ways))("work that is handed on before its turn %s", (_way, handsOn) => {
  test("by somebody who was only named is approved by them", () => {
    const run = begin();
    handsOn(run);
    expect(approves(run)).toBe(true);
  });

  test("by somebody who wrote in its text is not approved by them", () => {
    const run = begin();
    edit(run, "Draft", "ed");
    handsOn(run);
    expect(approves(run)).toBe(false);
    expect(run.said(run.step("Judge").number).at(-1)).toContain("your own work");
  });

  test("nor under another name, nor where the bot looks only once all that has happened", () => {
    const renamed = begin();
    edit(renamed, "Draft", "ed");
    handsOn(renamed);
    renamed.rename("ed", "eddie");
    expect(approves(renamed, "eddie")).toBe(false);
    const late = begin();
    late.edit(late.step("Draft").number, "ed", `${late.step("Draft").body}\n\nThe first half.`);
    late.now = "2026-03-02T08:30:00Z";
    handsOn(late);
    expect(approves(late)).toBe(false);
  });

  test("by somebody who goes on writing in it afterwards is not approved by them", () => {
    const run = begin();
    handsOn(run);
    edit(run, "Draft", "ed");
    expect(approves(run)).toBe(false);
  });

  test("is approved by whoever corrects it once it is handed in", () => {
    const run = begin();
    handsOn(run);
    close(run, "Brief", "ann");
    close(run, "Draft", "ann");
    edit(run, "Draft", "ed", "A comma.");
    expect(approves(run)).toBe(true);
  });
});

test("an approver who corrects what somebody else has approves it", () => {
  const run = begin([...steps.slice(0, 1), steps[1]?.replace("writer", "author") ?? "", ...steps.slice(2)]);
  edit(run, "Draft", "ed", "A comma.");
  expect(approves(run)).toBe(true);
});

test("who said before its turn that it was done, and took that back, does not approve it", () => {
  const run = begin();
  write(run, "Draft", "ed", "/done");
  write(run, "Draft", "ed", "/undo");
  write(run, "Draft", "ed", "/hand-to @ann I approve it");
  expect(approves(run)).toBe(false);
});

test("an added step before an approval counts as the work of whoever wrote in it before its turn", () => {
  const run = begin([steps[0] ?? "", steps[1]?.replace("writer", "author") ?? "", ...steps.slice(2)]);
  write(run, "", "stan", '/add "Ask the printer" @ed 2026-03-05 after draft before judge he is new');
  edit(run, "Ask the printer", "ed");
  write(run, "Ask the printer", "ed", "/hand-to @ann I approve it");
  close(run, "Brief", "ann");
  close(run, "Draft", "ann");
  close(run, "Ask the printer", "ann");
  write(run, "Judge", "ed", "/approve");
  expect(run.step("Judge").state).toBe("open");
});

test.each([
  [
    "a step before it is opened again",
    (run: Run) => {
      happens(run, () => run.reopen(run.step("Brief").number, "ann"));
    },
  ],
  [
    "another one is put before it",
    (run: Run) => {
      write(run, "", "stan", '/add "Ask the printer" @ann 2026-03-05 before draft he is new');
      close(run, "Ask the printer", "ann");
    },
  ],
])(
  "whoever had the work in its turn does not approve it, also where its turn comes once more since %s",
  (_what, again) => {
    const run = begin();
    close(run, "Brief", "ann");
    write(run, "Draft", "ed", "/hand-to @ann I am away");
    again(run);
    expect(approves(run)).toBe(false);
  },
);

test("whoever a newer text took the work from in its turn does not approve it", () => {
  const run = begin();
  close(run, "Brief", "ann");
  const other = [steps[0] ?? "", steps[1]?.replace("writer", "author") ?? "", ...steps.slice(2)];
  run.publish(smallHandbook(other, { files: { "roles.yml": roles } }), "f".repeat(40));
  write(run, "", "lea", "/upgrade");
  write(run, "", "lea", "/go");
  expect(run.step("Draft").assignees).toEqual(["ann"]);
  expect(approves(run)).toBe(false);
});

test("and whoever it was taken from before its turn does", () => {
  const run = begin();
  const other = [steps[0] ?? "", steps[1]?.replace("writer", "author") ?? "", ...steps.slice(2)];
  run.publish(smallHandbook(other, { files: { "roles.yml": roles } }), "f".repeat(40));
  write(run, "", "lea", "/upgrade");
  write(run, "", "lea", "/go");
  expect(approves(run)).toBe(true);
});
