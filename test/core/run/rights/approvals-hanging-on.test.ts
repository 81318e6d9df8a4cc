import { expect, test } from "vitest";
import type { ProcessDefinition, StepKind } from "../../../../core/definition/index.ts";
import { approvalsHangingOn } from "../../../../core/run/rights/approvals-hanging-on.ts";
import type { RunHandbook } from "../../../../core/run/run-handbook.ts";

const processes = new Map([
  ["reviewed", { id: "reviewed", steps: [{ kind: "task" }, { kind: "approval" }] }],
  ["around", { id: "around", steps: [{ kind: "process", process: "reviewed" }] }],
  ["plain", { id: "plain", steps: [{ kind: "task" }] }],
]);
const handbook = { handbook: { processes } } as unknown as RunHandbook;

/** A step that is done where what is named has a given outcome. */
const step = (id: string, kind: StepKind, ...on: readonly string[]) => ({
  id,
  kind,
  when: on.map((subject) => ({ subject })),
  collect: [] as readonly { readonly id: string }[],
});
/** The same, in which a value is entered. */
const entering = (value: string, ...of: Parameters<typeof step>) => ({
  ...step(...of),
  collect: [{ id: value }],
});
const hanging = (subject: string, ...steps: readonly (ReturnType<typeof step> & { process?: string })[]) =>
  approvalsHangingOn(subject, { steps } as unknown as ProcessDefinition, handbook);

test.each<[string, readonly ReturnType<typeof step>[], readonly string[]]>([
  ["nothing hangs on it", [step("judge", "approval")], []],
  ["an approval hangs on something else", [step("judge", "approval", "other")], []],
  ["a task hangs on it", [step("draft", "task", "risky")], []],
  ["an approval hangs on it", [step("judge", "approval", "risky")], ["judge"]],
  ["an approval hangs on it and on something else", [step("judge", "approval", "other", "risky")], ["judge"]],
  ["two approvals hang on it", [step("a", "approval", "risky"), step("b", "approval", "risky")], ["a", "b"]],
  ["a decision hangs on it alone", [step("how", "decision", "risky")], []],
  [
    "an approval hangs on a decision that does",
    [step("how", "decision", "risky"), step("judge", "approval", "how")],
    ["judge"],
  ],
  ["an approval hangs on a task that does", [step("t", "task", "risky"), step("judge", "approval", "t")], []],
  [
    "an approval hangs on a value that is entered in a task that does",
    [entering("price", "costs", "task", "risky"), step("judge", "approval", "price")],
    ["judge"],
  ],
  [
    "an approval hangs on a value that is entered in another task",
    [entering("price", "costs", "task"), step("judge", "approval", "price")],
    [],
  ],
  [
    "two decisions hang on each other",
    [step("risky", "decision", "how"), step("how", "decision", "risky"), step("judge", "approval", "how")],
    ["judge"],
  ],
])("%s", (_, steps, expected) => {
  expect(hanging("risky", ...steps)).toEqual(expected);
});

test.each<[string, string, readonly string[]]>([
  ["an approval", "reviewed", ["inside"]],
  ["a run with an approval", "around", ["inside"]],
  ["no approval", "plain", []],
  ["what the handbook lacks", "gone", []],
])("of a step that is a run with %s in it", (_, process, expected) => {
  expect(hanging("risky", { ...step("inside", "process", "risky"), process })).toEqual(expected);
});
