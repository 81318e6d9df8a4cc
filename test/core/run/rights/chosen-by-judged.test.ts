import { describe, expect, test } from "vitest";
import type { SimulationOptions } from "../simulated-run.ts";
import { happens, smallHandbook, smallRun, writes as write } from "../small-handbook.ts";

const steps = (role: string, approvers = "editor") => [
  `id: draft, title: Draft, role: ${role}, due: +1d`,
  `id: judge, title: Judge, kind: approval, approvers: [${approvers}], approves: draft, due: +8d`,
  "id: last, title: Last, role: author, due: +13d",
];
const permissions = { stan: "write", ann: "write", lea: "write", zoe: "write", dora: "write" } as const;
const begin = (role = "author", more: Partial<SimulationOptions> = {}) =>
  smallRun(smallHandbook(steps(role)), { permissions, ...more });
type Run = ReturnType<typeof begin>;
const agrees = (run: Run, who: string) => {
  write(run, "Judge", who, "/approve");
  return run.step("Judge").state === "closed";
};

/** How lea, who answers for the process, lets zoe judge the draft. */
const ways: Readonly<Record<string, (role?: string) => Run>> = {
  "with a command": (role) => {
    const run = begin(role);
    write(run, "Judge", "lea", "/hand-to @zoe for @ed he is slow");
    return run;
  },
  "by hand": (role) => {
    const run = begin(role);
    write(run, "Judge", "lea", "He is slow.");
    happens(run, () => run.assign(3, "lea", ["zoe"]));
    return run;
  },
  "in the start form": (role) => {
    const run = begin(role, { answers: { people: "editor: @zoe" } });
    write(run, "", "lea", "/go");
    return run;
  },
};

describe.each(Object.entries(ways))("whom somebody has chosen %s to judge", (_way, choose) => {
  test("work that they take over afterwards does not approve it, until somebody else chooses them", () => {
    const run = choose();
    write(run, "Draft", "lea", "/hand-to @lea I know the case");
    happens(run, () => run.close(2, "lea"));
    expect(agrees(run, "zoe")).toBe(false);
    expect(run.said(3).at(-1)).toContain(
      "lea chose you for **Judge**, and part of what it judges is the work of lea. So somebody else who answers for it has to choose who says it: dora can write",
    );
    write(run, "Judge", "lea", "/hand-to @zoe for @zoe she may");
    expect(agrees(run, "zoe")).toBe(false);
    write(run, "Judge", "dora", "/hand-to @zoe for @zoe she may");
    expect(agrees(run, "zoe")).toBe(true);
  });

  test("work that they only hand in does not approve it either, and hears so with their turn", () => {
    const run = choose();
    write(run, "Draft", "lea", "/done");
    expect(run.said(3).at(-1)).toContain(
      "lea chose zoe for this, and part of it is the work of lea: somebody else who answers for this step has to choose who judges it, with `/hand-to @login for @zoe why`.",
    );
    expect(agrees(run, "zoe")).toBe(false);
  });

  test("the work of others approves it", () => {
    const run = choose();
    happens(run, () => run.close(2, "ann"));
    expect(run.said(3).join("\n")).not.toContain("chose zoe for this");
    expect(agrees(run, "zoe")).toBe(true);
  });
});

test("whoever is named in the start form for work of whoever agrees to the form does not approve it", () => {
  const run = ways["in the start form"]?.("lead") ?? expect.unreachable();
  happens(run, () => run.close(2, "lea"));
  expect(agrees(run, "zoe")).toBe(false);
});

test.each(["ed", "dee"])(
  "%s, who has the role by the handbook, approves it whoever gave them the part",
  (who) => {
    const run = begin();
    write(run, "Judge", "lea", "/hand-to @zoe for @ed he is slow");
    write(run, "Judge", "lea", `/hand-to @${who} for @zoe she has no time`);
    write(run, "Draft", "lea", "/done");
    expect(agrees(run, who)).toBe(true);
  },
);

describe.each([
  [
    "a decision",
    "id: gate, title: Gate, kind: decision, role: lawyer, options: [yes, no], due: +2d",
    'gate: "yes"',
    "/decide no",
  ],
  [
    "a value",
    "id: gate, title: Gate, role: lawyer, due: +2d, collect: [{ id: price, label: Price, type: number, required: true }]",
    'price: ">= 100"',
    "/done price: 1",
  ],
])("%s that an approval hangs on", (_what, gate, when, words) => {
  const given = (by: string) => {
    const [draft = "", judge = "", last = ""] = steps("author");
    const judged = judge.replace("due", `after: [draft, gate], when: { ${when} }, due`);
    const run = smallRun(smallHandbook([draft, gate, judged, last]), {
      permissions: { ...permissions, law: "write" },
    });
    write(run, "Gate", by, "/hand-to @zoe law is slow");
    write(run, "Draft", "lea", "/hand-to @lea I know the case");
    happens(run, () => run.close(2, "lea"));
    return run;
  };
  const isRuledOut = (run: Run, who: string) => {
    write(run, "Gate", who, words);
    return run.step("Judge").state === "closed";
  };

  test("is not settled by whom somebody chose for it whose work is judged, until somebody else does", () => {
    const run = given("lea");
    expect(isRuledOut(run, "zoe")).toBe(false);
    expect(run.said(3).at(-1)).toContain("an approval of the work of lea hangs on it");
    write(run, "Gate", "dora", "/hand-to @zoe she may");
    expect(isRuledOut(run, "zoe")).toBe(true);
  });

  test("is settled by whom its own doer passed it on to", () => {
    expect(isRuledOut(given("law"), "zoe")).toBe(true);
  });

  test("is not settled by them by hand either", () => {
    const run = given("lea");
    write(run, "Gate", "zoe", "price: 1");
    happens(run, () => run.close(3, "zoe"));
    expect(run.step("Gate").state).toBe("open");
  });
});
