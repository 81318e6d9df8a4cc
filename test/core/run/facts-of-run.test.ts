import { expect, test } from "vitest";
import { factsOfRun } from "../../../core/run/index.ts";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

const steps = [
  "id: draft, title: Draft, role: author, due: +1d",
  "id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, due: +8d",
  "id: last, title: Last, role: author, due: +13d",
];
const newer = "ffffffffffffffffffffffffffffffffffffffff";

/** A run whose draft was approved. */
function approved() {
  const run = smallRun(smallHandbook(steps));
  happens(run, () => run.close(2, "ann"));
  happens(run, () => run.comment(3, "ed", "/approve"));
  return run;
}
const approvals = ({ observed, handbook, now }: ReturnType<typeof approved>) =>
  (factsOfRun({ observed, handbook, now }) ?? []).filter(({ name }) => name.startsWith("approval "));

test("a record tells of an approval, and that it was taken back, which a later one was not", () => {
  const run = approved();
  expect(approvals(run)).toMatchObject([{ name: "approval 1 of judge by ed", value: { by: "ed" } }]);
  expect(approvals(run)[0]?.value).not.toHaveProperty("isTakenBack");
  happens(run, () => run.edit(2, "ann", "Something else."));
  expect(approvals(run)).toMatchObject([{ value: { by: "ed", isTakenBack: true } }]);
  happens(run, () => run.comment(3, "ed", "/approve"));
  expect(approvals(run).map(({ value }) => value["isTakenBack"])).toEqual([true, undefined]);
});

test("it tells which text of the handbook an approval was given by, also when the run follows another one since", () => {
  const run = approved();
  const before = run.handbook.revision;
  run.publish(smallHandbook([...steps, "id: print, title: Print, role: editor, due: +15d"]), newer);
  happens(run, () => run.comment(1, "stan", "/upgrade"));
  happens(run, () => run.comment(1, "stan", "/go"));
  const { observed, now, newest } = run;
  const facts = newest && factsOfRun({ observed, handbook: newest, now });
  expect(facts?.find(({ name }) => name === "run")?.value["revision"]).toBe(newer);
  expect(facts?.find(({ name }) => name.startsWith("approval "))?.value["revision"]).toBe(before);
});
