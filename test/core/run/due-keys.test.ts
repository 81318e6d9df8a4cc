import { expect, test } from "vitest";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

const draft = "id: draft, title: Draft, role: author, due: +1d";

test("a strict step cannot be done before its turn, by command or by hand", () => {
  const run = smallRun(
    smallHandbook([draft, "id: send, title: Send, role: editor, strict: true, due: +3d"]),
    { permissions: { stan: "write" } },
  );
  const { number } = run.step("Send");
  happens(run, () => run.comment(number, "ed", "/done"));
  expect(run.step("Send").state).toBe("open");
  expect(run.said(number).at(-1)).toContain("It is not time for **Send** yet: it waits for **Draft**.");
  happens(run, () => run.close(number, "ed"));
  expect(run.step("Send").state).toBe("open");
  expect(run.said(number).at(-1)).toContain(
    "**Send** cannot be done before its turn, so I opened it again. It waits for **Draft**.",
  );
  happens(run, () => run.close(run.step("Draft").number, "ann"));
  happens(run, () => run.close(number, "ed"));
  expect(run.step("Send").state).toBe("closed");
});

test("two of three approvers are enough, and one person is not two", () => {
  const judge =
    "id: judge, title: Judge, kind: approval, approvers: [lead, editor, lawyer], policy: 2, due: +5d";
  const run = smallRun(smallHandbook([draft, judge]));
  const { number } = run.step("Judge");
  expect(run.step("Judge").body).toContain("**Who decides:** 2 of lea (Lead), ed (Editor) and law (Lawyer)");
  happens(run, () => run.close(run.step("Draft").number, "ann"));
  expect(run.said(number).at(-1)).toContain("2 of you are enough.");
  happens(run, () => run.comment(number, "ed", "/approve"));
  happens(run, () => run.comment(number, "ed", "/approve"));
  expect(run.step("Judge").state).toBe("open");
  happens(run, () => run.comment(number, "law", "/approve"));
  expect(run.step("Judge").state).toBe("closed");
});

test("a step counts from the date that the start form asks for, at its own hour", () => {
  const handbook = smallHandbook(
    [draft, 'id: branch, title: Branch, role: editor, from: freeze, due: -1w, exact: true, at: "14:00"'],
    { head: ["ask: [{ id: freeze, label: Code freeze, type: date, required: true }]"] },
  );
  const run = smallRun(handbook, { answers: { freeze: "2026-04-05" } });
  expect(run.step("Branch").body).toContain("**Due Sunday 29 March 2026 at 14:00**");
});

test.each([
  ["left empty", {}, false],
  ["filled in", { sponsor: "ACME" }, true],
])("a step for a question that is %s", (_what, answers, isDone) => {
  const handbook = smallHandbook(
    [draft, "id: thank, title: Thank, role: editor, due: +3d, when: { sponsor: filled }"],
    { head: ["ask: [{ id: sponsor, label: Sponsor }]"] },
  );
  const run = smallRun(handbook, { answers });
  expect(run.said(1)[0]?.includes("Thank")).toBe(isDone);
});
