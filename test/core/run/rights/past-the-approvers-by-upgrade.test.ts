import { describe, expect, test } from "vitest";
import { handbookOf } from "../../../builders.ts";
import type { SimulatedRun } from "../simulated-run.ts";
import { happens, smallFiles, smallRun, writes as write } from "../small-handbook.ts";

const newer = "f".repeat(40);
const permissions = { stan: "write", ann: "write", zoe: "write", dora: "write" } as const;
const draftOf = (role: string) => `id: draft, title: Draft, role: ${role}, due: +1d`;
const judgeOf = (approvers: string) =>
  `id: judge, title: Judge, kind: approval, approvers: [${approvers}], approves: draft, due: +8d`;
const last = "id: last, title: Last, role: author, due: +13d";

/** A handbook with those steps, some of whose roles are held by others than usual. */
const textWith = (
  steps: readonly string[],
  holders: Readonly<Record<string, string>> = {},
  absences = "",
) => {
  const files = smallFiles(steps, absences === "" ? {} : { files: { "absences.yml": absences } });
  const roles = (files.get("roles.yml") ?? "")
    .split("\n")
    .map((line) => {
      const people = holders[line.split(":")[0] ?? ""];
      return people === undefined ? line : line.replace(/people: \[\w+\]/, `people: [${people}]`);
    })
    .join("\n");
  return handbookOf(files.set("roles.yml", roles));
};

const begin = (steps: readonly string[], holders?: Readonly<Record<string, string>>, absences?: string) =>
  smallRun(textWith(steps, holders, absences), { permissions });

function move(run: SimulatedRun, who: string, to: ReturnType<typeof textWith>): void {
  run.publish(to, newer);
  write(run, "", who, "/upgrade");
  write(run, "", who, "/go");
  expect(run.said(1).at(-1)).toContain("has moved this run");
}

/** Whether dora, who stands in for lea, gets past the approval once the draft is done by whoever has it. */
function doraSkips(run: SimulatedRun): boolean {
  happens(run, () => run.close(2, run.step("Draft").assignees[0] ?? ""));
  write(run, "Judge", "dora", "/skip it takes too long");
  return run.step("Judge").state === "closed";
}

describe("a newer text that gives the judged work to whoever answers for the approval", () => {
  const texts: readonly (readonly [string, ReturnType<typeof textWith>])[] = [
    ["names their role", textWith([draftOf("lead"), judgeOf("editor"), last])],
    ["names them in a role", textWith([draftOf("author"), judgeOf("editor"), last], { author: "lea" })],
    ["puts them beside somebody", textWith([draftOf("[author, lead]"), judgeOf("editor"), last])],
  ];
  test.each(texts)("and %s lets whoever moved the run to it not answer in their place", (_how, to) => {
    const run = begin([draftOf("author"), judgeOf("editor"), last]);
    move(run, "dora", to);
    expect(run.step("Draft").assignees).toContain("lea");
    expect(doraSkips(run)).toBe(false);
  });

  test.each(texts)("and %s lets others answer in their place", (_how, to) => {
    const run = begin([draftOf("author"), judgeOf("editor"), last]);
    move(run, "stan", to);
    expect(doraSkips(run)).toBe(true);
  });

  test("lets not whoever moved the run to it answer in their place when another text takes it away again", () => {
    const run = begin([draftOf("author"), judgeOf("editor"), last]);
    move(run, "dora", textWith([draftOf("lead"), judgeOf("editor"), last]));
    run.publish(textWith([draftOf("author"), judgeOf("editor"), last]), "e".repeat(40));
    write(run, "", "stan", "/upgrade");
    write(run, "", "stan", "/go");
    expect(run.step("Draft").assignees).toEqual(["ann"]);
    expect(doraSkips(run)).toBe(false);
  });
});

describe("whoever moved the run to a newer text answers for an approval in the place of others", () => {
  test("whose work was judged by the text before, too", () => {
    const run = begin([draftOf("lead"), judgeOf("editor"), last]);
    move(run, "dora", textWith([draftOf("lead"), judgeOf("editor"), last.replace("+13d", "+14d")]));
    expect(doraSkips(run)).toBe(true);
  });

  test("who only keep work that somebody else loses", () => {
    const run = begin([draftOf("[author, lead]"), judgeOf("editor"), last]);
    move(run, "dora", textWith([draftOf("lead"), judgeOf("editor"), last]));
    expect(doraSkips(run)).toBe(true);
  });

  test("who get other work", () => {
    const run = begin([draftOf("lead"), judgeOf("editor"), last]);
    move(run, "dora", textWith([draftOf("lead"), judgeOf("editor"), last.replace("author", "lead")]));
    expect(doraSkips(run)).toBe(true);
  });
});

describe("whoever has agreed to one part of an approval", () => {
  const both = [draftOf("author"), judgeOf("editor, lawyer"), last];
  const agreed = (who: string, absences = "") => {
    const run = begin(both, {}, absences);
    happens(run, () => run.close(2, "ann"));
    write(run, "Judge", who, "/approve");
    expect(run.said(3).join()).not.toContain(`@${who}: `);
    return run;
  };

  test.each([
    ["a deputy", "dee", "ed: 2026-03-02..2026-03-20\n"],
    ["an approver", "ed", ""],
  ])("gets no other one by a newer text: %s", (_who, who, absences) => {
    const run = agreed(who, absences);
    run.publish(textWith(both, { lawyer: who }, absences), newer);
    write(run, "", "lea", "/upgrade");
    expect(run.said(1).at(-1)).toContain("Somebody has agreed to **Judge** already");
    write(run, "", "lea", "/go");
    write(run, "Judge", who, "/approve");
    expect(run.step("Judge").state).toBe("open");
    write(run, "Judge", "law", "/approve");
    expect(run.step("Judge").state).toBe("closed");
  });

  test("gets no other one either where the approval is ruled out by now", () => {
    const way =
      "id: way, title: Way, kind: decision, role: author, options: [web, print], after: [], due: +1d";
    const judge = judgeOf("editor, lawyer").replace(
      /, due/,
      ", when: { way: web }, after: [way, draft], due",
    );
    const steps = [way, draftOf("author").replace(/, due/, ", after: [], due"), judge];
    const run = begin([...steps, last]);
    write(run, "Way", "ann", "/decide web");
    write(run, "Draft", "ann", "/done");
    write(run, "Judge", "ed", "/approve");
    happens(run, () => run.reopen(run.step("Way").number, "ann"));
    write(run, "Way", "ann", "/decide print");
    run.publish(textWith([...steps, last.replace("+13d", "+14d")], { lawyer: "ed" }), newer);
    write(run, "", "lea", "/upgrade");
    expect(run.said(1).at(-1)).toContain("Somebody has agreed to **Judge** already");
  });

  test("speaks for no other one under another name either", () => {
    const run = agreed("ed");
    happens(run, () => run.rename("ed", "eddie"));
    run.publish(textWith(both, { lawyer: "eddie" }), newer);
    write(run, "", "lea", "/upgrade");
    write(run, "", "lea", "/go");
    write(run, "Judge", "eddie", "/approve");
    expect(run.step("Judge").state).toBe("open");
    expect(run.said(1)[0]).toMatch(
      /Whose turn it is:\*\* #3 \*\*Judge\*\* \(needs somebody besides eddie, due/,
    );
    run.settle("2026-03-10T09:00:00Z");
    expect(run.said(3).at(-1)).toMatchInlineSnapshot(`
      "@lea, a reminder: **Judge** is due today, on **Tuesday 10 March 2026** at 17:00. It is with eddie.

      Please look at **Draft** (#2), then write \`/approve\`, or \`/changes\` and what should change. ed has agreed already.

      eddie has agreed already, and nobody speaks for two: whoever answers for this step can give the part that is open to another person with \`/hand-to @login for @eddie why\`. If the date cannot work, write \`/due\` with a new date and why, or \`/hand-to\` with a name and why."
    `);
  });

  test("does not stand against a newer text by which somebody else has the other one", () => {
    const run = agreed("ed");
    move(run, "lea", textWith(both, { lawyer: "zoe" }));
    write(run, "Judge", "zoe", "/approve");
    expect(run.step("Judge").state).toBe("closed");
  });
});

describe("a newer text that brings back judged work which was ruled out", () => {
  const way = "id: way, title: Way, kind: decision, role: author, options: [web, print], after: [], due: +1d";
  const draftIf = (when: string) => `id: draft, title: Draft, role: editor, ${when}after: way, due: +2d`;
  const textOf = (when: string, approvers: string, behind = "draft") =>
    textWith([
      way,
      draftIf(when),
      "id: handed, title: Handed in, kind: checkpoint, after: draft, due: +3d",
      `id: judge, title: Judge, kind: approval, approvers: [${approvers}], approves: ${behind}, after: [way, handed], due: +8d`,
      last,
    ]);
  const ruledOut = (
    approvers: string,
    behind?: string,
    before: (run: SimulatedRun) => void = () => undefined,
  ) => {
    const run = smallRun(textOf("when: { way: web }, ", approvers, behind), {
      permissions: { ...permissions, ed: "write" },
    });
    write(run, "Way", "ann", "/decide web");
    before(run);
    happens(run, () => run.reopen(run.step("Way").number, "ann"));
    write(run, "Way", "ann", "/decide print");
    return run;
  };
  const done = (run: SimulatedRun) => write(run, "Draft", "ed", "/done");
  const upgrade = (run: SimulatedRun, who: string, to: ReturnType<typeof textWith>) => {
    run.publish(to, newer);
    write(run, "", who, "/upgrade");
    const shown = run.said(1).at(-1) ?? "";
    write(run, "", who, "/go");
    return shown;
  };
  const given = "Somebody has agreed to **Judge** already";

  test.each<readonly [string, string, string, string | undefined, (run: SimulatedRun) => void]>([
    ["without its condition", "", "editor", undefined, done],
    ["under another condition", "when: { way: print }, ", "editor", undefined, done],
    ["behind a checkpoint", "", "editor", "handed", done],
    ["where one of two has agreed", "", "editor, lawyer", undefined, done],
    ["where nobody has done it", "", "editor", undefined, () => undefined],
  ])("does not stand by an approval that was given: %s", (_how, when, approvers, behind, before) => {
    const run = ruledOut(approvers, behind, before);
    write(run, "Judge", "ed", "/approve");
    upgrade(run, "stan", textOf(when, approvers, behind));
    expect(run.said(1).at(-1)).not.toContain("has moved this run");
    expect(upgrade(run, "lea", textOf(when, approvers, behind))).toContain(given);
    expect(run.said(1).at(-1)).toContain("nothing to confirm");
    expect(run.step("Draft").state).toBe("closed");
  });

  test("is for whoever answers for the approval once that is open again, and no word of whoever did the work", () => {
    const run = ruledOut("editor", undefined, done);
    write(run, "Judge", "ed", "/approve");
    happens(run, () => run.reopen(run.step("Judge").number, "lea"));
    upgrade(run, "stan", textOf("", "editor"));
    expect(run.said(1).at(-1)).not.toContain("has moved this run");
    upgrade(run, "lea", textOf("", "editor"));
    expect(run.said(1).at(-1)).toContain("lea has moved this run");
    write(run, "Judge", "ed", "/approve");
    expect(run.step("Judge").state).toBe("open");
  });

  test("which no approval judges that was given moves the run", () => {
    const other = "id: side, title: Side, role: author, when: { way: web }, after: way, due: +2d";
    const run = smallRun(textWith([way, other, draftOf("author"), judgeOf("editor"), last]), { permissions });
    write(run, "Way", "ann", "/decide print");
    write(run, "Draft", "ann", "/done");
    write(run, "Judge", "ed", "/approve");
    move(
      run,
      "stan",
      textWith([way, other.replace("when: { way: web }, ", ""), draftOf("author"), judgeOf("editor"), last]),
    );
    expect(run.step("Side").state).toBe("open");
  });
});

describe("an approval that is ruled out when a newer text makes it another one", () => {
  const way = "id: way, title: Way, kind: decision, role: author, options: [web, print], after: [], due: +1d";
  const judge =
    "id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, when: { way: web }, after: [way, draft, other], due: +8d";
  const textOf = (approval: readonly string[], due = "+13d") =>
    textWith([
      way,
      "id: draft, title: Draft, role: author, after: [], due: +1d",
      "id: other, title: Other, role: author, after: [], due: +1d",
      ...approval,
      `id: last, title: Last, role: author, after: [way, ${approval.length > 0 ? "judge" : "other"}], due: ${due}`,
    ]);
  const others: readonly (readonly [string, readonly string[]])[] = [
    ["who gives it", [judge.replace("[editor]", "[author]")]],
    ["what it judges", [judge.replace("approves: draft", "approves: other")]],
    ["whether it is there", []],
  ];
  const decide = (run: SimulatedRun, outcome: string) => {
    happens(run, () => run.reopen(run.step("Way").number, "ann"));
    write(run, "Way", "ann", `/decide ${outcome}`);
  };
  const ruledOut = (isGiven: boolean) => {
    const run = smallRun(textOf([judge]), { permissions });
    write(run, "Way", "ann", "/decide web");
    write(run, "Draft", "ann", "/done");
    write(run, "Other", "ann", "/done");
    if (isGiven) write(run, "Judge", "ed", "/approve");
    decide(run, "print");
    return run;
  };
  const upgrade = (run: SimulatedRun, who: string, to: ReturnType<typeof textWith>) => {
    run.publish(to, newer);
    write(run, "", who, "/upgrade");
    write(run, "", who, "/go");
    return (run.said(1).at(-1) ?? "").includes(`${who} has moved this run`);
  };

  test.each(others)("is for whoever answers for it: %s", (_what, approval) => {
    const run = ruledOut(false);
    expect(run.step("Judge").state).toBe("closed");
    expect(upgrade(run, "stan", textOf(approval))).toBe(false);
    expect(upgrade(run, "lea", textOf(approval))).toBe(true);
  });

  test.each(others)("does not change once it was given: %s", (_what, approval) => {
    const run = ruledOut(true);
    expect(upgrade(run, "stan", textOf(approval))).toBe(false);
    expect(upgrade(run, "lea", textOf(approval))).toBe(false);
    expect(run.step("Judge").state).toBe("closed");
    decide(run, "web");
    write(run, "Last", "ann", "/done");
    expect(run.step("Last").state).toBe("closed");
  });

  test("is nobody's concern where it stays as it is", () => {
    expect(upgrade(ruledOut(false), "stan", textOf([judge], "+14d"))).toBe(true);
  });
});
