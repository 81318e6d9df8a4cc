import { describe, expect, test } from "vitest";
import type { Permission } from "../../../../core/run/index.ts";
import { stepMarker } from "../../../../core/run/step-issue/step-marker.ts";
import { withOwnForm } from "../../../../core/run/step-issue/with-own-form.ts";
import { RunInside } from "../run-inside.ts";
import { SimulatedRun, type SimulationOptions } from "../simulated-run.ts";
import { happens, smallHandbook, smallRun, writes as write } from "../small-handbook.ts";

const permissions = { stan: "write", ann: "write", zoe: "write", sam: "write" } as const;
const begin = (
  steps: readonly string[],
  more: Parameters<typeof smallHandbook>[1] = {},
  options: Partial<SimulationOptions> = {},
) => smallRun(smallHandbook(steps, more), { permissions, ...options });
type Run = ReturnType<typeof begin>;
/** Somebody frees a login, and a colleague takes it. */
function takesLogin(run: Run, colleague: string, login: string): void {
  run.leave(login);
  run.rename(colleague, login);
  run.takeOver(login, "write");
}
const lastWord = (run: Run, title: string) => run.said(run.step(title).number).at(-1) ?? "";

describe("a decision that an approval hangs on", () => {
  const steps = [
    "id: draft, title: Draft, role: author, due: +1d",
    "id: risky, title: Is it risky, kind: decision, role: lawyer, options: [yes, no], due: +2d, accountable: lead",
    "id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, after: [risky], when: { risky: yes }, due: +8d",
    "id: last, title: Last, role: author, due: +13d",
  ];
  const drafted = () => {
    const run = begin(steps);
    happens(run, () => run.close(2, "ann"));
    return run;
  };

  test.each([
    ["stan", "/hand-to @zoe law is slow"],
    ["ann", "/hand-to @ann I know the case"],
    ["law", "/hand-to @ann she knows the case"],
    ["lea", "/hand-to @ann she knows the case"],
    ["ann", "/skip not needed"],
    ["stan", "/skip not needed"],
    ["law", "/skip not needed"],
    ["ann", "/decide no"],
  ])("%s writes %s, and nothing comes of it", (who, words) => {
    const run = drafted();
    write(run, "Is it risky", who, words);
    expect(run.step("Is it risky")).toMatchObject({ state: "open", assignees: ["law"] });
    expect(lastWord(run, "Is it risky")).toContain(`@${who}`);
  });

  test.each(["ann", "stan"])(
    "%s closes it as not planned or takes it over by hand: it is put back",
    (who) => {
      const run = drafted();
      write(run, "Is it risky", who, "It takes too long.");
      happens(run, () => run.close(3, who, "not-planned"));
      expect(run.step("Is it risky").state).toBe("open");
      write(run, "Is it risky", who, "It takes too long.");
      happens(run, () => run.assign(3, who, ["ann"]));
      expect(run.step("Is it risky").assignees).toEqual(["law"]);
    },
  );

  test("whoever it belongs to decides it, hands it on to somebody else, and whoever answers for it skips it", () => {
    const decided = drafted();
    write(decided, "Is it risky", "law", "/hand-to @zoe I am away");
    write(decided, "Is it risky", "zoe", "/decide no");
    expect(decided.step("Judge")).toMatchObject({ state: "closed", stateReason: "not-planned" });
    const skipped = drafted();
    write(skipped, "Is it risky", "lea", "/skip we know that it is");
    expect(skipped.step("Is it risky").state).toBe("closed");
  });

  test("with approvals: open it is a decision like any other", () => {
    const run = begin(steps, {
      files: { "handbook.yml": "title: Handbook\ntimeZone: UTC\nconfirm: never\napprovals: open\n" },
    });
    happens(run, () => run.close(2, "ann"));
    write(run, "Is it risky", "stan", "/hand-to @zoe law is slow");
    expect(run.step("Is it risky").assignees).toEqual(["zoe"]);
  });
});

describe("a question that an approval hangs on, left open in the start form", () => {
  const head = ["ask:", "  - { id: risky, label: Is it risky, type: yes-no }"];
  const steps = [
    "id: draft, title: Draft, role: author, due: +1d",
    "id: check, title: Check, role: author, when: { risky: yes }, after: [draft], due: +2d",
    "id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, after: [draft], when: { risky: yes }, due: +8d",
    "id: last, title: Last, role: author, due: +13d",
  ];

  test.each([
    ["Check", "ann"],
    ["Check", "zoe"],
    ["Judge", "ann"],
    ["Judge", "zoe"],
  ])("is not answered on %s by %s", (on, who) => {
    const run = begin(steps, { head });
    happens(run, () => run.close(2, "ann"));
    write(run, on, who, "/decide no");
    expect(run.step("Judge").state).toBe("open");
  });

  test.each(["Check", "Judge"])("is not answered on %s by a starter whose work is judged", (on) => {
    const run = begin(steps, { head }, { startedBy: "ann" });
    happens(run, () => run.close(2, "ann"));
    write(run, on, "ann", "/decide no");
    expect(run.step("Judge").state).toBe("open");
  });

  test.each([
    ["Check", "stan"],
    ["Judge", "stan"],
    ["Check", "lea"],
    ["Judge", "lea"],
  ])("is answered on %s by %s", (on, who) => {
    const run = begin(steps, { head });
    happens(run, () => run.close(2, "ann"));
    write(run, on, who, "/decide no");
    expect(run.step("Judge")).toMatchObject({ state: "closed", stateReason: "not-planned" });
  });
});

describe("an approver's login that another account has taken over", () => {
  const steps = [
    "id: draft, title: Draft, role: author, due: +1d",
    "id: judge, title: Judge, kind: approval, approvers: [editor, lawyer], approves: draft, due: +8d",
  ];

  test("gives no right to approve, with access and all", () => {
    const run = begin(steps);
    happens(run, () => run.close(2, "ann"));
    write(run, "Judge", "law", "/approve");
    run.leave("ed");
    run.takeOver("ed", "write");
    write(run, "Judge", "ed", "/approve");
    expect(run.step("Judge").state).toBe("open");
  });

  test("and who has another one now still approves", () => {
    const run = begin(steps);
    happens(run, () => run.close(2, "ann"));
    write(run, "Judge", "law", "/approve");
    run.rename("ed", "eddie");
    run.takeOver("ed", "write");
    write(run, "Judge", "eddie", "/approve");
    expect(run.step("Judge").state).toBe("closed");
  });

  test("does not get it two parts", () => {
    const run = begin(steps);
    happens(run, () => run.close(2, "ann"));
    run.rename("ed", "eddie");
    write(run, "Judge", "lea", "/hand-to @eddie for @law she is away");
    expect(lastWord(run, "Judge")).toContain("has a say in this already");
  });

  test("gives nobody else's work", () => {
    const run = begin(steps);
    run.leave("ann");
    run.takeOver("ann", "read");
    write(run, "Draft", "ann", "/done");
    expect(run.step("Draft").state).toBe("open");
  });

  test.each(["Last", "Judge"])("nor does a step that they hand to themselves: %s", (title) => {
    const run = begin([...steps, "id: last, title: Last, role: author, due: +13d"]);
    happens(run, () => run.close(2, "ann"));
    write(run, "Judge", "law", "/approve");
    takesLogin(run, "zoe", "ed");
    write(run, title, "ed", "/hand-to @ed I have the time");
    write(run, "Judge", "ed", "/approve");
    expect(run.step("Judge").state).toBe("open");
  });

  test("gives an approver of another part no right to pass it on by hand", () => {
    const run = begin(steps);
    happens(run, () => run.close(2, "ann"));
    takesLogin(run, "law", "ed");
    write(run, "Judge", "ed", "He is gone.");
    happens(run, () => run.assign(3, "ed", ["dee", "law"]));
    write(run, "Judge", "dee", "/approve");
    write(run, "Judge", "ed", "/approve");
    expect(run.step("Judge").state).toBe("open");
  });

  test("gives no approver's part to it, where the approver takes it for the other's", () => {
    const run = begin(steps);
    happens(run, () => run.close(2, "ann"));
    takesLogin(run, "zoe", "dee");
    write(run, "Judge", "ed", "/hand-to @dee I am away");
    expect(run.step("Judge").assignees.toSorted()).toEqual(["ed", "law"]);
  });

  test("until whoever answers for it hands the part to that account", () => {
    const run = begin(steps);
    happens(run, () => run.close(2, "ann"));
    run.leave("law");
    run.takeOver("law", "write");
    write(run, "Judge", "ed", "/approve");
    write(run, "Judge", "lea", "/hand-to @law for @law this is the new one");
    write(run, "Judge", "law", "/approve");
    expect(run.step("Judge").state).toBe("closed");
  });
});

describe("one person for two approvers", () => {
  const steps = [
    "id: draft, title: Draft, role: author, due: +1d",
    "id: judge, title: Judge, kind: approval, approvers: [editor, lawyer], approves: draft, due: +8d",
  ];
  const roles = `lead: { title: Lead, people: [lea] }
author: { title: Author, people: [ann] }
editor: { title: Editor, people: [ed], deputies: [law] }
lawyer: { title: Lawyer, people: [law] }
`;

  test("does not agree for both because one is away", () => {
    const run = begin(steps, {
      files: { "roles.yml": roles, "absences.yml": "ed: 2026-03-02..2026-03-03\n" },
    });
    happens(run, () => run.close(2, "ann"));
    write(run, "Judge", "law", "/approve");
    expect(run.step("Judge").state).toBe("open");
    run.now = "2026-03-05T09:00:00Z";
    write(run, "Judge", "ed", "/approve");
    expect(run.step("Judge").state).toBe("closed");
  });

  test("does not get both because one is away on the day it is due, and there before that", () => {
    const run = begin(steps, {
      files: { "roles.yml": roles, "absences.yml": "ed: 2026-03-10\n" },
    });
    happens(run, () => run.close(2, "ann"));
    write(run, "Judge", "law", "/approve");
    expect(run.step("Judge")).toMatchObject({ state: "open", assignees: ["ed", "law"] });
    write(run, "Judge", "ed", "/approve");
    expect(run.step("Judge").state).toBe("closed");
  });

  test("does not get both because each stands in for the other's role", () => {
    const both = roles.replace("people: [law]", "people: [lea], deputies: [law, zoe]");
    const run = begin(steps, {
      files: { "roles.yml": both, "absences.yml": "ed: 2026-03-10\nlea: 2026-03-10\n" },
    });
    happens(run, () => run.close(2, "ann"));
    expect(run.step("Judge").assignees).toEqual(["law", "zoe"]);
    write(run, "Judge", "law", "/approve");
    expect(run.step("Judge").state).toBe("open");
    write(run, "Judge", "zoe", "/approve");
    expect(run.step("Judge").state).toBe("closed");
  });

  test("a start that makes a deputy the approver waits for whoever answers for the process", () => {
    const run = begin(steps, { files: { "roles.yml": roles } }, { answers: { people: "editor: @law" } });
    expect(run.observed.steps).toEqual([]);
  });
});

describe("who has agreed once", () => {
  const steps = [
    "id: draft, title: Draft, role: author, due: +1d",
    "id: judge, title: Judge, kind: approval, approvers: [editor, lawyer], approves: draft, due: +8d",
  ];
  const roles = `lead: { title: Lead, people: [lea] }
author: { title: Author, people: [ann] }
editor: { title: Editor, people: [ed], deputies: [dee] }
lawyer: { title: Lawyer, people: [law], deputies: [dee, zoe] }
`;
  const drafted = (absences = "", more: readonly string[] = steps) => {
    const files = { "roles.yml": roles, ...(absences === "" ? {} : { "absences.yml": absences }) };
    const run = begin(more, { files }, { permissions: { ...permissions, dee: "write", lea: "write" } });
    happens(run, () => run.close(2, "ann"));
    return run;
  };

  test("gives their part to nobody else, and gets no other one for it", () => {
    const run = drafted();
    write(run, "Judge", "ed", "/approve");
    write(run, "Judge", "lea", "/hand-to @zoe for @ed he has time no more");
    expect(lastWord(run, "Judge")).toContain("ed has agreed already");
    write(run, "Judge", "lea", "/hand-to @ed for @law she is away");
    write(run, "Judge", "ed", "/approve");
    expect(run.step("Judge")).toMatchObject({ state: "open", assignees: ["ed", "law"] });
  });

  test("gets no other part by hand either", () => {
    const run = drafted();
    write(run, "Judge", "ed", "/approve");
    write(run, "Judge", "lea", "He has time no more.");
    happens(run, () => run.assign(3, "lea", ["zoe", "law"]));
    expect(run.step("Judge").assignees.toSorted()).toEqual(["ed", "law"]);
  });

  test("for somebody who is away agrees for nobody else, who is away later", () => {
    const run = drafted("ed: 2026-03-02..2026-03-03\nlaw: 2026-03-05..2026-03-06\n");
    write(run, "Judge", "dee", "/approve");
    run.now = "2026-03-05T09:00:00Z";
    write(run, "Judge", "dee", "/approve");
    expect(run.step("Judge").state).toBe("open");
    write(run, "Judge", "lea", "/hand-to @dee for @law she is away");
    write(run, "Judge", "dee", "/approve");
    expect(run.step("Judge").state).toBe("open");
    write(run, "Judge", "zoe", "/approve");
    expect(run.step("Judge").state).toBe("closed");
  });

  test("agrees for one of two who are away, and another for the other", () => {
    const run = drafted("ed: 2026-03-02..2026-03-03\nlaw: 2026-03-02..2026-03-03\n");
    for (const _twice of [1, 2]) {
      write(run, "Judge", "dee", "/approve");
      expect(run.step("Judge").state).toBe("open");
    }
    write(run, "Judge", "zoe", "/approve");
    expect(run.step("Judge").state).toBe("closed");
  });

  test("under another name counts once", () => {
    const run = drafted("", [
      "id: draft, title: Draft, role: author, due: +1d",
      "id: judge, title: Judge, kind: approval, approvers: [editor, lawyer, lead], policy: 2, approves: draft, due: +8d",
    ]);
    write(run, "Judge", "ed", "/approve");
    run.rename("ed", "eddie");
    write(run, "Judge", "lea", "/hand-to @eddie for @law she is away");
    write(run, "Judge", "eddie", "/approve");
    expect(run.step("Judge").state).toBe("open");
  });
});

test("an approval that somebody gave for another who is away is shown as theirs", () => {
  const run = begin(
    [
      "id: draft, title: Draft, role: author, due: +1d",
      "id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, due: +8d",
      "id: last, title: Last, role: author, due: +13d",
    ],
    { files: { "absences.yml": "ed: 2026-03-02..2026-03-03\n" } },
  );
  happens(run, () => run.close(2, "ann"));
  write(run, "Judge", "dee", "/approve");
  expect(run.said(1)[0]).toMatch(/\| #3 Judge \| ed \|[^|]*\| ✓ done [^|]*, dee has agreed \|/);
});

describe("who says what an approval hangs on", () => {
  const decided = [
    "id: draft, title: Draft, role: author, due: +1d",
    "id: risky, title: Is it risky, kind: decision, role: lawyer, options: [yes, no], due: +2d",
    "id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, after: [risky], when: { risky: yes }, due: +8d",
  ];
  const entered = [
    "id: draft, title: Draft, role: author, due: +1d",
    "id: costs, title: Costs, role: lawyer, after: [draft], due: +2d, collect: [{ id: price, label: Price, type: number, required: true }]",
    'id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, after: [draft, costs], when: { price: ">= 100" }, due: +8d',
  ];
  const open = {
    files: { "handbook.yml": "title: Handbook\ntimeZone: UTC\nconfirm: never\napprovals: open\n" },
  };

  test.each([
    ["decides", decided],
    ["enters a value", entered],
  ])("is named in the start form only with whoever answers for it: %s", (_, steps) => {
    const people = { answers: { people: "lawyer: @zoe" } };
    const run = begin(steps, {}, people);
    expect(run.observed.steps).toEqual([]);
    write(run, "", "stan", "/go");
    expect(run.observed.steps).toEqual([]);
    write(run, "", "lea", "/go");
    expect(run.observed.steps).not.toEqual([]);
    expect(begin(steps, open, people).observed.steps).not.toEqual([]);
    expect(begin(steps, {}, { answers: { people: "lawyer: @law" } }).observed.steps).not.toEqual([]);
  });

  test("does not hand a value to whoever did the judged work", () => {
    const run = begin(entered);
    happens(run, () => run.close(2, "ann"));
    write(run, "Costs", "law", "/hand-to @ann she knows them");
    expect(run.step("Costs").assignees).toEqual(["law"]);
    write(run, "Costs", "law", "She knows them.");
    happens(run, () => run.assign(3, "law", ["ann"]));
    expect(run.step("Costs").assignees).toEqual(["law"]);
    write(run, "Costs", "law", "/hand-to @zoe she knows them");
    expect(run.step("Costs").assignees).toEqual(["zoe"]);
  });

  test("but gives judged work in which it is entered back to whoever had it", () => {
    const run = begin([
      "id: draft, title: Draft, role: author, due: +1d, collect: [{ id: price, label: Price, type: number, required: true }]",
      'id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, when: { price: ">= 100" }, due: +8d',
    ]);
    write(run, "Draft", "ann", "/hand-to @zoe I am away");
    write(run, "Draft", "zoe", "/hand-to @ann she is back");
    expect(run.step("Draft").assignees).toEqual(["ann"]);
  });
});

test("work that was taken off the run is not approved unseen, and is once it is back", () => {
  const run = begin([
    "id: draft, title: Draft, role: author, due: +1d",
    "id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, due: +8d",
    "id: last, title: Last, role: author, due: +13d",
  ]);
  happens(run, () => run.close(2, "ann"));
  const draft = run.step("Draft");
  const withSteps = (steps: typeof run.observed.steps) => {
    run.observed = { ...run.observed, steps };
  };
  happens(run, () => withSteps(run.observed.steps.filter(({ number }) => number !== draft.number)));
  write(run, "Judge", "ed", "/approve");
  expect(run.step("Judge").state).toBe("open");
  expect(lastWord(run, "Judge")).toContain("**Draft** (#2) is part of what you judge");
  happens(run, () => withSteps([draft, ...run.observed.steps]));
  write(run, "Judge", "ed", "/approve");
  expect(run.step("Judge").state).toBe("closed");
  happens(run, () => run.edit(2, "ann", `${run.step("Draft").body}\n\nTwice the price.`));
  expect(run.step("Judge").state).toBe("open");
});

describe("a text that is changed while its approver looks at it", () => {
  const asked = () => {
    const run = begin([
      "id: draft, title: Draft, role: author, due: +1d",
      "id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, due: +8d",
      "id: last, title: Last, role: author, due: +13d",
    ]);
    happens(run, () => run.close(2, "ann"));
    return run;
  };
  const more = (run: Run, by: string, words: string) =>
    run.edit(2, by, `${run.step("Draft").body}\n\n${words}`);
  const changed = /ann has changed \*\*Draft\*\* since you were asked/;

  test("is approved as it stands then, and the approver hears of it", () => {
    const run = asked();
    happens(run, () => more(run, "ann", "Twice the price."));
    write(run, "Judge", "ed", "/approve");
    expect(run.step("Judge").state).toBe("closed");
    expect(lastWord(run, "Judge")).toMatch(changed);
    write(run, "Judge", "ed", "/undo");
    expect(run.step("Judge").state).toBe("open");
  });

  test("and that the bot has written in since, is no secret from the approver", () => {
    const run = asked();
    happens(run, () => more(run, "ann", "Twice the price."));
    const { lastEdit, ...draft } = run.step("Draft");
    const at = new Date(Date.parse(run.now) + 1000).toISOString();
    const byUs = { at, by: "handrail", byId: run.idOf("handrail") };
    run.update(2, () => ({ ...draft, isEditedByPeople: false, lastEdit: byUs }));
    write(run, "Judge", "ed", "/approve");
    expect(run.step("Judge").state).toBe("closed");
    expect(lastWord(run, "Judge")).toMatch(/somebody has changed \*\*Draft\*\* since you were asked/);
  });

  test("of a step that was over long before they were asked, is told from then on only", () => {
    const run = begin([
      "id: draft, title: Draft, role: author, due: +1d",
      "id: costs, title: Costs, role: author, due: +2d",
      "id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, after: costs, due: +8d",
    ]);
    happens(run, () => run.close(2, "ann"));
    happens(run, () => more(run, "ann", "Twice the price."));
    happens(run, () => run.close(3, "ann"));
    write(run, "Judge", "ed", "/approve");
    expect(lastWord(run, "Judge")).not.toContain("since you were asked");
  });

  test("by themselves, is no news to them; nor is a change that they were asked about again", () => {
    const own = asked();
    happens(own, () => more(own, "ed", "A word more."));
    write(own, "Judge", "ed", "/approve");
    expect(lastWord(own, "Judge")).not.toContain("since you were asked");
    happens(own, () => more(own, "ann", "Twice the price."));
    write(own, "Judge", "ed", "/approve");
    expect(own.step("Judge").state).toBe("closed");
    expect(lastWord(own, "Judge")).not.toContain("since you were asked");
  });
});

test("two parts that nobody has go to two people", () => {
  const run = begin(
    [
      "id: draft, title: Draft, role: author, due: +1d",
      "id: judge, title: Judge, kind: approval, approvers: [editor, lawyer], approves: draft, due: +8d",
    ],
    {
      files: {
        "roles.yml": `lead: { title: Lead, people: [lea] }
author: { title: Author, people: [ann] }
editor: { title: Editor }
lawyer: { title: Lawyer }
`,
      },
    },
  );
  happens(run, () => run.close(2, "ann"));
  write(run, "Judge", "lea", "/hand-to @zoe nobody has it");
  write(run, "Judge", "zoe", "/approve");
  expect(run.step("Judge").state).toBe("open");
  write(run, "Judge", "lea", "/hand-to @zoe nobody has it");
  write(run, "Judge", "zoe", "/approve");
  expect(run.step("Judge").state).toBe("open");
  write(run, "Judge", "lea", "/hand-to @sam nobody has it");
  write(run, "Judge", "sam", "/approve");
  expect(run.step("Judge").state).toBe("closed");
});

describe("an approver who took the work over and takes that back", () => {
  const steps = [
    "id: draft, title: Draft, role: author, due: +1d",
    "id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, due: +8d",
  ];

  test.each([
    ["a step", "/hand-to @ed ann is ill", "stan"],
    ["an end", "/done", "ed"],
  ])("does not approve it: %s", (_what, words, who) => {
    const run = begin(steps, {}, { permissions: { ...permissions, ed: "write" } });
    write(run, "Draft", who, words);
    write(run, "Draft", who, "/undo");
    happens(run, () => run.close(2, "ann"));
    write(run, "Judge", "ed", "/approve");
    expect(run.step("Judge").state).toBe("open");
    expect(lastWord(run, "Judge")).toContain("your own work");
  });
});

test("whoever had the work, and was given it by a command and gave it away by hand, approves it under no name", () => {
  const run = begin(
    [
      "id: draft, title: Draft, role: author, due: +1d",
      "id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, due: +8d",
    ],
    {},
    { permissions: { ...permissions, ed: "write" } },
  );
  write(run, "Draft", "stan", "/hand-to @ed ann is ill");
  write(run, "Draft", "ed", "She is back.");
  happens(run, () => run.assign(2, "ed", ["ann"]));
  happens(run, () => run.close(2, "ann"));
  run.rename("ed", "eddie");
  write(run, "Judge", "eddie", "/approve");
  expect(run.step("Judge").state).toBe("open");
  expect(lastWord(run, "Judge")).toContain("your own work");
});

describe("a value that an approval hangs on", () => {
  const steps = [
    "id: draft, title: Draft, role: author, due: +1d, collect: [{ id: price, label: Price, type: number, required: true }]",
    'id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, when: { price: ">= 100" }, due: +8d',
    "id: last, title: Last, role: author, after: [draft, judge], due: +13d",
  ];

  test.each([
    ["zoe", "/done price: 1"],
    ["stan", "/done price: 1"],
    ["stan", "/skip we know it"],
    ["zoe", "/hand-to @zoe ann is slow"],
  ])("is not given by %s with %s", (who, words) => {
    const run = begin(steps);
    write(run, "Draft", who, words);
    expect(run.step("Draft")).toMatchObject({ state: "open", assignees: ["ann"] });
  });
});

describe("a task with a value that an approval hangs on", () => {
  const costs = (when: string) => [
    `id: costs, title: Costs, role: lawyer, when: { paid: yes }, after: [${when}], due: +2d, collect: [{ id: price, label: Price, type: number, required: true }]`,
    'id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, after: [draft, costs], when: { price: ">= 100" }, due: +8d',
    "id: last, title: Last, role: author, after: [judge], due: +13d",
  ];
  const draft = "id: draft, title: Draft, role: author, due: +1d";
  const paid =
    "id: paid, title: Is it paid, kind: decision, role: lawyer, after: [draft], options: [yes, no], due: +1d";

  test.each(["ann", "zoe"])("is not ruled out by an answer of %s", (who) => {
    const head = ["ask:", "  - { id: paid, label: Is it paid, type: yes-no }"];
    const run = begin([draft, ...costs("draft")], { head });
    happens(run, () => run.close(2, "ann"));
    write(run, "Costs", who, "/decide no");
    expect(run.step("Judge").state).toBe("open");
    write(run, "Costs", "stan", "/decide no");
    expect(run.step("Judge").state).toBe("closed");
  });

  test.each(["ann", "zoe"])("is not ruled out by a decision that %s takes over", (who) => {
    const run = begin([draft, paid, ...costs("paid")]);
    happens(run, () => run.close(2, "ann"));
    write(run, "Is it paid", who, "/hand-to @zoe law is slow");
    write(run, "Is it paid", "zoe", "/decide no");
    expect(run.step("Judge").state).toBe("open");
    write(run, "Is it paid", "law", "/decide no");
    expect(run.step("Judge").state).toBe("closed");
  });
});

test("whoever does an added step before an approval cannot approve it", () => {
  const run = begin([
    "id: draft, title: Draft, role: author, due: +1d",
    "id: judge, title: Judge, kind: approval, approvers: [editor], after: [draft], due: +8d",
  ]);
  write(run, "", "stan", '/add "Write it anew" @ed 2026-03-05 after draft before judge it was not good');
  happens(run, () => run.close(2, "ann"));
  happens(run, () => run.close(run.step("Write it anew").number, "ed"));
  write(run, "Judge", "ed", "/approve");
  expect(run.step("Judge").state).toBe("open");
  expect(lastWord(run, "Judge")).toContain("your own work");
});

describe("who gives judged work to whoever answers for the approval of it", () => {
  const deputy = { ann: "write", zoe: "write", sam: "write" } as const;
  const given = (words: string, on: "Draft" | "", permission: Permission = "write") => {
    const run = begin(
      [
        "id: draft, title: Draft, role: author, due: +1d",
        "id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, due: +8d",
        "id: last, title: Last, role: author, due: +13d",
      ],
      {},
      { startedBy: "dora", permissions: { ...deputy, dora: permission } },
    );
    write(run, on, "dora", words);
    return run;
  };

  test("does not answer for it instead: a step handed over", () => {
    const run = given("/hand-to @lea she knows the case", "Draft");
    write(run, "Draft", "dora", "/hand-to @ann she is back");
    happens(run, () => run.close(2, "ann"));
    write(run, "Judge", "dora", "/skip it takes too long");
    expect(run.step("Judge").state).toBe("open");
  });

  test("does not answer for it instead: a step added", () => {
    const run = given('/add "Ask the printer" @lea 2026-03-05 after draft before judge he is new', "");
    happens(run, () => run.close(2, "ann"));
    write(run, "Ask the printer", "sam", "/done");
    write(run, "Judge", "dora", "/hand-to @zoe for @ed he is slow");
    write(run, "Judge", "zoe", "/approve");
    expect(run.step("Judge")).toMatchObject({ state: "open", assignees: ["ed"] });
  });

  test("does not answer for it as an administrator either", () => {
    const run = given("/hand-to @lea she knows the case", "Draft", "admin");
    happens(run, () => run.close(2, "lea"));
    write(run, "Judge", "dora", "/skip it takes too long");
    expect(run.step("Judge").state).toBe("open");
  });
});

describe("a run whose notes and their copy are gone", () => {
  const steps = [
    "id: draft, title: Draft, role: author, due: +1d",
    "id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, due: +8d",
    "id: last, title: Last, role: author, due: +13d",
  ];
  /** Somebody deletes the status comment, and takes the step off that holds the copy. */
  const lost = (change: (run: Run) => void) => {
    const run = begin(steps);
    happens(run, () => run.close(2, "ann"));
    change(run);
    run.update(1, (issue) => ({ ...issue, comments: [] }));
    run.observed = { ...run.observed, steps: run.observed.steps.filter(({ number }) => number !== 2) };
    run.settle();
    return run;
  };
  const withOther = (run: Run) => run.edit(1, "stan", run.formBody("2026-03-02", { people: "editor: @zoe" }));

  test("does not follow a form that was changed, and asks whoever answers for it", () => {
    const run = lost(withOther);
    expect(run.said(1).at(-1)).toMatchSnapshot();
    const before = run.step("Judge").assignees;
    for (const who of ["stan", "zoe"]) write(run, "", who, "/go");
    write(run, "Judge", "zoe", "/approve");
    expect(run.step("Judge")).toMatchObject({ state: "open", assignees: before });
    expect(run.said(1)).toHaveLength(1);
  });

  test("goes on when they agree to it as it stands", () => {
    const run = lost(withOther);
    write(run, "", "lea", "/go");
    expect(run.step("Judge")).toMatchObject({ state: "open", assignees: ["zoe"] });
    expect(run.said(1).join("\n")).toContain("their copy too");
  });

  test.each([false, true])(
    "counts no approval of a text that was changed since, and the bot has written in after that: %s",
    (isChanged) => {
      const own = "id: own, title: Own, role: author, due: +2d";
      const both =
        "id: both, title: Both, kind: approval, approvers: [editor, lawyer], approves: own, due: +9d";
      const run = begin([...steps.slice(0, 1), own, both, ...steps.slice(2)]);
      for (const number of [2, 3]) happens(run, () => run.close(number, "ann"));
      write(run, "Both", "ed", "/approve");
      write(run, "Both", "lea", "/due 2026-03-20 there is time");
      if (isChanged) happens(run, () => run.edit(3, "ann", `${run.step("Own").body}\n\nTwice the price.`));
      happens(run, () => {
        run.update(1, (issue) => ({ ...issue, comments: [] }));
        run.observed = { ...run.observed, steps: run.observed.steps.filter(({ number }) => number !== 2) };
      });
      happens(run, () => run.close(run.step("Draft").number, "ann"));
      write(run, "Both", "law", "/approve");
      expect(run.step("Both").state).toBe(isChanged ? "open" : "closed");
    },
  );

  test("goes on by itself where nobody has changed it", () => {
    const run = lost(() => undefined);
    expect(run.step("Judge")).toMatchObject({ state: "open", assignees: ["ed"] });
  });
});

describe("what was written into a step added before an approval", () => {
  const judged = () => {
    const run = begin([
      "id: draft, title: Draft, role: author, due: +1d",
      "id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, due: +8d",
      "id: last, title: Last, role: author, due: +13d",
    ]);
    write(run, "", "stan", '/add "Ask the printer" @zoe 2026-03-05 after draft before judge he is new');
    happens(run, () => run.close(2, "ann"));
    happens(run, () => run.close(run.step("Ask the printer").number, "zoe"));
    write(run, "Judge", "ed", "/approve");
    expect(run.step("Judge").state).toBe("closed");
    return run;
  };

  test("is part of what was approved: changed afterwards, it is asked for again", () => {
    const run = judged();
    const { number, body } = run.step("Ask the printer");
    happens(run, () => run.edit(number, "zoe", `${body}\n\nHe says twice the price.`));
    expect(run.step("Judge").state).toBe("open");
    expect(lastWord(run, "Judge")).toContain("zoe has changed the text of **Ask the printer**");
  });

  test("and said not to be done after all, it is refused", () => {
    const run = begin([
      "id: draft, title: Draft, role: author, due: +1d",
      "id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, due: +8d",
      "id: last, title: Last, role: author, due: +13d",
    ]);
    write(run, "", "stan", '/add "Ask the printer" @zoe 2026-03-05 after draft before judge he is new');
    happens(run, () => run.close(2, "ann"));
    write(run, "Ask the printer", "zoe", "/done");
    write(run, "Judge", "ed", "/approve");
    write(run, "Ask the printer", "zoe", "/undo");
    expect(run.step("Ask the printer").state).toBe("closed");
  });

  test("and opened again, it takes the approval back", () => {
    const run = judged();
    happens(run, () => run.reopen(run.step("Ask the printer").number, "zoe"));
    expect(run.step("Judge").state).toBe("open");
  });
});

describe("a decision that a run with an approval in it hangs on", () => {
  const steps = [
    "id: draft, title: Draft, role: author, due: +1d",
    "id: risky, title: Is it risky, kind: decision, role: lawyer, options: [yes, no], due: +2d, accountable: lead",
    "id: review, title: Inside, kind: process, process: inside-1, role: lawyer, when: { risky: yes }, due: +8d",
  ];
  const judge = "id: judge, title: Judge, kind: approval, approvers: [editor], due: 0d";

  test.each([
    ["stan", "/hand-to @zoe law is slow", "open"],
    ["zoe", "/skip not needed", "open"],
    ["lea", "/skip we know that it is", "closed"],
  ])("%s writes %s: it is %s", (who, words, state) => {
    const runs = new RunInside(steps, { steps: [judge] }, permissions);
    runs.writeAbove("Draft", "ann", "/done");
    runs.writeAbove("Is it risky", who, words);
    expect(runs.above.step("Is it risky")).toMatchObject({ state, assignees: ["law"] });
  });
});

test("a run inside another one is asked for by what the bot wrote, not by what people made of it", () => {
  const handbook = smallHandbook(
    [
      "id: draft, title: Draft, role: author, due: +1d",
      "id: judge, title: Judge, kind: approval, approvers: [editor], when: { risky: yes }, due: +8d",
    ],
    { head: ["ask:", "  - { id: risky, label: Is it risky, type: yes-no }"] },
  );
  const run = new SimulatedRun({
    handbook,
    process: "work",
    anchorDate: "2026-03-02",
    now: "2026-03-02T08:00:00Z",
  });
  const written = `${stepMarker(7, "work", "0123456")}\n\n${run.formBody("2026-03-02", { risky: "yes" })}`;
  const body = written.replace("yes", "no");
  run.update(1, (issue) => ({
    ...issue,
    author: "handrail",
    isByOurAccount: true,
    isOurs: true,
    isEditedByPeople: true,
    writtenBody: written,
    body,
  }));
  run.settle();
  expect(run.step("Judge").state).toBe("open");
  expect(withOwnForm({ body: `More.\n${body}`, writtenBody: written, isEditedByPeople: true })).toBe(
    `More.\n${written}`,
  );
});
