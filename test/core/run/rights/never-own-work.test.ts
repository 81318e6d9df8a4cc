import fc from "fast-check";
import { expect, test } from "vitest";
import { tries } from "../../../tries.ts";
import { happens, smallHandbook, smallRun } from "../small-handbook.ts";

const handbook = smallHandbook([
  "id: draft, title: Draft, role: author, due: +1d",
  "id: judge, title: Judge, kind: approval, approvers: [editor, lawyer], approves: draft, due: +8d",
  "id: last, title: Last, role: author, due: +13d",
]);

const commands = [
  "/approve",
  "/changes no",
  "/skip too slow",
  "/hand-to @friend for @ed he is slow",
  "/hand-to @friend for @law she is slow",
  "/hand-to @ann for @ed I know it",
  "/hand-to @friend mine",
  "/done",
  "/undo",
  "/decide yes",
  "/due 2026-03-20 later",
  "/move 2026-03-23 later",
  "LGTM",
];
const act = fc.oneof(
  fc.tuple(fc.constantFrom("comment" as const), fc.constantFrom(1, 2, 3, 4), fc.constantFrom(...commands)),
  fc.tuple(
    fc.constantFrom("close" as const),
    fc.constantFrom(2, 3, 4),
    fc.constantFrom("completed", "not-planned", "duplicate"),
  ),
  fc.tuple(fc.constantFrom("reopen" as const), fc.constantFrom(2, 3, 4), fc.constant("")),
  fc.tuple(fc.constantFrom("assign" as const), fc.constantFrom(2, 3), fc.constantFrom("ann", "friend", "")),
  fc.tuple(fc.constantFrom("edit" as const), fc.constantFrom(2, 3), fc.constantFrom("Nothing.", "Else.")),
);

/** The same, with an approval that is asked for only where a lawyer decides that the text is risky. */
const withDecision = smallHandbook([
  "id: draft, title: Draft, role: author, due: +1d",
  "id: risky, title: Is it risky, kind: decision, role: lawyer, options: [yes, no], due: +2d",
  "id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, after: [risky], when: { risky: yes }, due: +8d",
  "id: last, title: Last, role: author, due: +13d",
]);
const settling = [
  ...commands,
  "/decide no",
  "/hand-to @ann I know it",
  "/skip #3 no",
  "/decide #3 no",
  "/hand-to #3 @friend I know",
];

test("nor do they settle the decision that an approval of it hangs on", () => {
  const settle = fc.oneof(
    fc.tuple(
      fc.constantFrom("comment" as const),
      fc.constantFrom(1, 2, 3, 4, 5),
      fc.constantFrom(...settling),
    ),
    act,
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom("ann", "friend"), settle), { maxLength: 12 }),
      fc.boolean(),
      (acts, annStarts) => {
        const run = smallRun(withDecision, {
          startedBy: annStarts ? "ann" : "stan",
          permissions: { stan: "write", ann: "write", friend: "write" },
        });
        for (const [who, [what, issue, how]] of acts) happens(run, () => does(run, who, what, issue, how));
        if (run.observed.run.state === "closed") return;
        expect(run.step("Is it risky")).toMatchObject({ state: "open", assignees: ["law"] });
        expect(run.step("Judge")).toMatchObject({ state: "open", assignees: ["ed"] });
      },
    ),
    { numRuns: tries(40) },
  );
});

type Kind = "comment" | "close" | "reopen" | "assign" | "edit";

function does(run: ReturnType<typeof smallRun>, who: string, what: Kind, issue: number, how: string): void {
  if (what === "comment") run.comment(issue, who, how);
  if (what === "close") run.close(issue, who, how as "completed");
  if (what === "reopen") run.reopen(issue, who);
  if (what === "assign") run.assign(issue, who, how === "" ? [] : [how]);
  if (what === "edit") run.edit(issue, who, how);
}

test("whoever did the work and may write, and a friend of theirs, never end its approval by anything they do", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom("ann", "friend"), act), { maxLength: 12 }),
      fc.boolean(),
      (acts, annStarts) => {
        const run = smallRun(handbook, {
          startedBy: annStarts ? "ann" : "stan",
          permissions: { stan: "write", ann: "write", friend: "write" },
        });
        for (const [who, [what, issue, how]] of acts) happens(run, () => does(run, who, what, issue, how));
        const status = run.said(1)[0] ?? "";
        const cancelled = run.observed.run.state === "closed";
        if (!cancelled) expect(run.step("Judge").state).toBe("open");
        expect(status).not.toMatch(/\| #3 Judge \|[^\n]*(?:✓ done|not approved|has agreed)/);
        expect(run.step("Judge").assignees.toSorted()).toEqual(["ed", "law"]);
      },
    ),
    { numRuns: tries(40) },
  );
});
