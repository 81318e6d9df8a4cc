import { expect, test } from "vitest";
import { happens, smallHandbook, smallRun } from "../small-handbook.ts";

const steps = [
  "id: draft, title: Draft, role: author, due: +1d",
  "id: judge, title: Judge, kind: approval, approvers: [editor, lawyer], approves: draft, due: +8d",
  "id: last, title: Last, role: author, due: +13d",
];
const permissions = { stan: "write", ann: "write", ed: "write", law: "write", friend: "write" } as const;

/** A run whose draft is waiting to be judged, by whoever ended it. */
function drafted(by = "ann", config?: Parameters<typeof smallHandbook>[1]) {
  const run = smallRun(smallHandbook(steps, config), { permissions });
  happens(run, () => run.close(2, by));
  return run;
}

const lastWord = (run: ReturnType<typeof drafted>) => run.said(3).at(-1) ?? "";

test("whoever closed the work cannot approve it under another name", () => {
  const run = drafted("friend");
  run.rename("friend", "law2");
  happens(run, () => run.comment(3, "lea", "/hand-to @law2 for @law she is away"));
  expect(lastWord(run)).toMatch(/cannot go to law2/);
  happens(run, () => run.comment(3, "law2", "/approve"));
  expect(run.said(1)[0]).not.toContain("has agreed");
});

test("whoever had the work cannot approve it under another name, though somebody else closed it", () => {
  const run = drafted("stan");
  run.rename("ann", "anna");
  happens(run, () => run.comment(3, "lea", "/hand-to @anna for @law she is away"));
  expect(lastWord(run)).toMatch(/cannot go to anna/);
});

test("whoever handed the work on while it was theirs cannot approve it under another name", () => {
  const run = smallRun(smallHandbook(steps), { permissions });
  happens(run, () => run.comment(2, "stan", "/hand-to @friend ann is busy"));
  happens(run, () => run.close(2, "friend"));
  run.rename("ann", "anna");
  happens(run, () => run.comment(3, "lea", "/hand-to @anna for @law she is away"));
  expect(lastWord(run)).toMatch(/cannot go to anna/);
  happens(run, () => run.comment(3, "anna", "/approve"));
  expect(run.said(1)[0]).not.toContain("has agreed");
});

test("a starter who may not approve may not under another name", () => {
  const run = drafted("ann", {
    files: { "handbook.yml": "title: Handbook\ntimeZone: UTC\nconfirm: never\nstarterApproves: false\n" },
  });
  run.rename("stan", "stanley");
  happens(run, () => run.comment(3, "lea", "/hand-to @stanley for @law she is away"));
  expect(lastWord(run)).toMatch(/cannot go to stanley/);
});

test("whoever has a step still may do it under another name, without access of their own", () => {
  const run = smallRun(smallHandbook(steps), { permissions: { stan: "write" } });
  run.rename("ann", "anna");
  happens(run, () => run.comment(2, "anna", "/done"));
  expect(run.step("Draft").state).toBe("closed");
});

test("the starter keeps their rights under another name, and is told by it", () => {
  const run = smallRun(smallHandbook(steps), { permissions: {}, startedBy: "ann" });
  run.rename("ann", "anna");
  happens(run, () => run.comment(1, "anna", "/cancel we have no time"));
  expect(run.observed.run.state).toBe("closed");
});

test("whoever takes over the starter's login is not the starter", () => {
  const run = smallRun(smallHandbook(steps), { permissions: { stan: "write" } });
  run.leave("stan");
  run.takeOver("stan", "read");
  happens(run, () => run.comment(1, "stan", "/cancel it is mine now"));
  expect(run.observed.run.state).toBe("open");
});

test("whoever takes over a login takes back nothing that the one before wrote", () => {
  const run = smallRun(smallHandbook(steps), { permissions });
  happens(run, () => run.comment(2, "ann", "/done"));
  run.leave("ann");
  run.takeOver("ann", "write");
  happens(run, () => run.comment(2, "ann", "/undo"));
  expect(run.step("Draft").state).toBe("closed");
});

test("whoever takes over the login of the person who did the work judges it no more than they did", () => {
  const run = drafted("ann");
  run.leave("ann");
  run.takeOver("ann", "write");
  happens(run, () => run.comment(3, "lea", "/hand-to @ann for @law she is away"));
  expect(lastWord(run)).toMatch(/cannot go to ann/);
});
