import { describe, expect, test } from "vitest";
import type { Permission } from "../../../../core/run/index.ts";
import { happens, smallHandbook, smallRun, writes as write } from "../small-handbook.ts";

/** What says that an approval of the draft is not needed, on a step of the lawyer's; the owner lea may have written the draft, and dora stands in for her. */
const gates = {
  "a decision": [
    "id: gate, title: Gate, kind: decision, role: lawyer, options: [yes, no], due: +2d",
    'approves: draft, after: [draft, gate], when: { gate: "yes" }',
    "/decide no",
  ],
  "a value": [
    "id: gate, title: Gate, role: lawyer, due: +2d, collect: [{ id: price, label: Price, type: number, required: true }]",
    'approves: draft, after: [draft, gate], when: { price: ">= 100" }',
    "/done price: 1",
  ],
  "an answer": [
    'id: gate, title: Gate, role: lawyer, after: [draft], when: { risky: "yes" }, due: +2d',
    'approves: draft, after: [draft], when: { risky: "yes" }',
    "/decide no",
  ],
} as const;

const begin = (
  gate: keyof typeof gates,
  role: string,
  permissions: Readonly<Record<string, Permission>>,
  roles?: string,
) => {
  const [step, judged] = gates[gate];
  const steps = [
    `id: draft, title: Draft, role: ${role}, due: +1d`,
    step,
    `id: judge, title: Judge, kind: approval, approvers: [editor], ${judged}, due: +8d`,
    "id: last, title: Last, role: author, due: +13d",
  ];
  const head = ["ask:", "  - { id: risky, label: Is it risky, type: yes-no }"];
  const files = roles === undefined ? {} : { files: { "roles.yml": roles } };
  return smallRun(smallHandbook(steps, { head, ...files }), {
    permissions: { stan: "write", ann: "write", law: "write", ...permissions },
  });
};
type Run = ReturnType<typeof begin>;
/** Whether somebody gets the approval left out. */
function leavesOut(run: Run, gate: keyof typeof gates, who: string): boolean {
  write(run, "Gate", who, gates[gate][2]);
  return run.step("Judge").state === "closed";
}
const withoutDeputies = `lead: { title: Lead, people: [lea] }
author: { title: Author, people: [ann] }
editor: { title: Editor, people: [ed] }
lawyer: { title: Lawyer, people: [law] }
`;

describe.each(Object.keys(gates) as (keyof typeof gates)[])("%s that rules an approval out", (gate) => {
  test.each<[string, string, Permission, string | undefined]>([
    ["who answers for it", "lea", "write", undefined],
    ["who answers for it, without deputies", "lea", "write", withoutDeputies],
    ["who answers for it and administers", "lea", "admin", undefined],
    ["who answers for it and administers, without deputies", "lea", "admin", withoutDeputies],
  ])("is not settled by somebody whose work is judged: %s", (_what, who, permission, roles) => {
    const run = begin(gate, "lead", { [who]: permission }, roles);
    happens(run, () => run.close(2, who));
    expect(leavesOut(run, gate, who)).toBe(false);
    expect(run.said(3).at(-1)).toContain(`@${who}`);
  });

  test.each<[string, Permission]>([
    ["a deputy", "write"],
    ["a deputy who administers", "admin"],
  ])("is not settled by %s who gave the judged work to whoever answers for it", (_what, permission) => {
    const run = begin(gate, "author", { dora: permission, lea: "write" });
    write(run, "Draft", "dora", "/hand-to @lea she knows the case");
    happens(run, () => run.close(2, "lea"));
    expect(leavesOut(run, gate, "dora")).toBe(false);
  });

  test("is settled by another administrator where all who answer for it are judged", () => {
    const run = begin(gate, "lead", { sam: "admin", lea: "write" }, withoutDeputies);
    happens(run, () => run.close(2, "lea"));
    expect(leavesOut(run, gate, "sam")).toBe(true);
  });

  test("is settled by whoever answers for it where the work is somebody else's", () => {
    const run = begin(gate, "author", { lea: "write" });
    happens(run, () => run.close(2, "ann"));
    expect(leavesOut(run, gate, "lea")).toBe(true);
  });
});

test("a value is entered by whoever has the step by the handbook, also where the work is theirs, and by nobody by hand in their place", () => {
  const run = begin("a value", "[lead, lawyer]", { lea: "write" });
  happens(run, () => run.close(2, "law"));
  write(run, "Gate", "lea", "price: 1");
  happens(run, () => run.close(3, "lea"));
  expect(run.step("Gate").state).toBe("open");
  expect(leavesOut(run, "a value", "law")).toBe(true);
});
