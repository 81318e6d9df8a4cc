import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ledgerOf } from "../../../core/run/index.ts";
import type { SimulatedRun } from "./simulated-run.ts";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

const newer = "ffffffffffffffffffffffffffffffffffffffff";
const steps = [
  "id: brief, title: Brief, role: lead, due: -15bd",
  "id: draft, title: Draft, role: author, due: -10bd",
  "id: check, title: Check, kind: approval, approvers: [editor, lawyer], due: -5bd",
  "id: print, title: Print, role: editor, due: -2bd",
  "id: send, title: Send, role: lead, due: 0d",
];
/** The steps with some lines changed, by the id in them; an empty line takes a step away. */
function changed(lines: Readonly<Record<string, string>>, more: readonly string[] = []): string[] {
  return [...steps, ...more]
    .map((step) => Object.entries(lines).find(([id]) => step.startsWith(`id: ${id},`))?.[1] ?? step)
    .filter((step) => step !== "");
}

function runOf(done: readonly string[] = ["Brief"]): SimulatedRun {
  const run = smallRun(smallHandbook(steps), { anchorDate: "2026-04-15" });
  for (const title of done) happens(run, () => run.close(run.step(title).number, "lea"));
  return run;
}
const published = (run: SimulatedRun, lines: readonly string[], head: readonly string[] = []) =>
  run.publish(smallHandbook(lines, { head }), newer);
const answer = (run: SimulatedRun) => run.said(1).at(-1) ?? "";
function upgrade(run: SimulatedRun): void {
  happens(run, () => run.comment(1, "stan", "/upgrade"));
  happens(run, () => run.comment(1, "stan", "/go"));
}

test("what would change is shown first, and nothing else changes until /go", () => {
  const run = runOf();
  published(
    run,
    changed(
      {
        draft: "id: draft, title: Draft, role: author, due: -8bd",
        print: "",
        send: "id: send, title: Send, role: editor, after: [check, proof], due: 0d",
      },
      ["id: proof, title: Proof, role: lawyer, after: check, due: -1bd"],
    ),
  );
  const bodies = run.observed.steps.map(({ body }) => body.replace(/<!-- handrail:kept \S+ -->/, ""));
  happens(run, () => run.comment(1, "stan", "/upgrade"));
  expect(answer(run)).toMatchInlineSnapshot(`
    "@stan: This is what [the newest text of the process](https://github.com/acme/handbook/blob/ffffffffffffffffffffffffffffffffffffffff/processes/content/work.mdx) would change in this run. 4 steps stay; the one that is over is not touched.

    **New steps**

    - **Proof**, Tue 14 Apr 2026, law

    **Steps that go**

    - #5 **Print**

    **Other dates**

    - #3 **Draft**: **Fri 3 Apr 2026**, was Wed 1 Apr

    **Other people**

    - #6 **Send**: ed, was lea

    Nothing has changed yet. Write \`/go\` and I will move the run to it."
  `);
  expect(run.observed.steps.map(({ body }) => body.replace(/<!-- handrail:kept \S+ -->/, ""))).toEqual(
    bodies,
  );
  expect(run.decide()).toEqual([]);
});

test("after /go the run follows the new text, and those concerned hear it once", () => {
  const run = runOf();
  published(
    run,
    changed(
      {
        draft: "id: draft, title: Draft, role: author, due: -8bd",
        print: "",
        send: "id: send, title: Send, role: editor, after: [check, proof], due: 0d",
      },
      ["id: proof, title: Proof, role: lawyer, after: check, due: -1bd"],
    ),
  );
  const brief = run.step("Brief");
  upgrade(run);
  expect(run.said(1).slice(-1)).toMatchInlineSnapshot(`
    [
      "stan has moved this run to [a newer text of the process](https://github.com/acme/handbook/blob/ffffffffffffffffffffffffffffffffffffffff/processes/content/work.mdx) (\`fffffff\` instead of \`0123456\`). What was over has stayed as it was.",
    ]
  `);
  expect(run.step("Draft").body).toContain("**Due Friday 3 April 2026**");
  expect(run.said(run.step("Draft").number).at(-1)).toMatchInlineSnapshot(`
    "@ann, stan has moved this run to a newer text of the process. For you that means:

    - #3 **Draft** is due **Fri 3 Apr 2026** now"
  `);
  expect(run.step("Print")).toMatchObject({ state: "closed", stateReason: "not-planned" });
  expect(run.step("Proof")).toMatchObject({ state: "open", assignees: ["law"] });
  expect(run.step("Send").assignees).toEqual(["ed"]);
  expect(run.said(run.step("Send").number)).toMatchInlineSnapshot(`
    [
      "@ed, stan has moved this run to a newer text of the process. For you that means:

    - #6 **Send** is yours now, due **Wed 15 Apr 2026**",
      "@lea, stan has moved this run to a newer text of the process, by which this step is with ed. There is nothing more for you to do here.",
    ]
  `);
  const after = run.step("Brief");
  expect({ ...after, body: "", writtenBody: "", workDigest: "" }).toEqual({
    ...brief,
    body: "",
    writtenBody: "",
    workDigest: "",
  });
  expect(run.decide()).toEqual([]);
});

describe("a run is not moved where that would touch what is done or under way", () => {
  const approved = (run: SimulatedRun) => {
    happens(run, () => run.close(run.step("Draft").number, "ann"));
    happens(run, () => run.comment(run.step("Check").number, "ed", "/approve"));
  };
  test.each<[string, (run: SimulatedRun) => void, readonly string[], string]>([
    [
      "a step that is done has another date",
      () => undefined,
      changed({ brief: "id: brief, title: Brief, role: lead, due: -12bd" }),
      "**Brief** is done, and the newest text asks for it otherwise.",
    ],
    [
      "a step that is done has another name",
      () => undefined,
      changed({ brief: "id: brief, title: Write the brief, role: lead, due: -15bd" }),
      "**Brief** is done, and the newest text asks for it otherwise.",
    ],
    [
      "a step that is done is gone",
      () => undefined,
      changed({ brief: "" }),
      "**Brief** is done, and the newest text no longer has it.",
    ],
    [
      "a step that is done has another id",
      () => undefined,
      changed({ brief: "id: briefing, title: Brief, role: lead, due: -15bd" }),
      "**Brief** is done, and the newest text no longer has it.",
    ],
    [
      "a step that is under way is gone",
      () => undefined,
      changed({ draft: "" }),
      "**Draft** is under way, and the newest text no longer has it.",
    ],
    [
      "a step that is under way becomes an approval",
      () => undefined,
      changed({ draft: "id: draft, title: Draft, kind: approval, approvers: author, due: -10bd" }),
      "**Draft** has begun, and in the newest text it is something else.",
    ],
    [
      "one of two has approved, and the other is somebody else now",
      approved,
      changed({ check: "id: check, title: Check, kind: approval, approvers: [editor, lead], due: -5bd" }),
      "Somebody has agreed to **Check** already, and the newest text asks for it otherwise.",
    ],
    [
      "one of two has approved, and what is judged leaves something else",
      approved,
      changed({ draft: "id: draft, title: Draft, role: author, due: -10bd, output: Ten pages" }),
      "**Draft** is done, and the newest text asks for it otherwise.",
    ],
  ])("%s", (_what, before, lines, words) => {
    const run = runOf();
    before(run);
    published(run, lines);
    happens(run, () => run.comment(1, "stan", "/upgrade"));
    expect(answer(run)).toContain("cannot be moved");
    expect(answer(run)).toContain(words);
    const settled = run.observed;
    happens(run, () => run.comment(1, "stan", "/go"));
    expect(answer(run)).toContain("nothing to confirm");
    expect(run.observed.steps.map(({ title, state, body }) => [title, state, body])).toEqual(
      settled.steps.map(({ title, state, body }) => [title, state, body]),
    );
  });

  test("a step that was added to the run has the id of a new one", () => {
    const run = runOf();
    happens(run, () => run.comment(1, "stan", '/add "Call" @law 2026-04-01 they asked'));
    const added = /"added-\d+"/.exec(JSON.stringify([...ledgerIn(run).issues.keys()]))?.[0] ?? "";
    published(run, [...steps, `id: ${added.slice(1, -1)}, title: Else, role: lead, due: 0d`]);
    happens(run, () => run.comment(1, "stan", "/upgrade"));
    expect(answer(run)).toContain("**Call** was added to this run");
  });
});

describe("/go counts for what was shown, and after it", () => {
  const later = changed({ send: "id: send, title: Send, role: editor, due: 0d" });

  test("not in the same comment", () => {
    const run = runOf();
    published(run, later);
    happens(run, () => run.comment(1, "stan", "/upgrade\n/go"));
    expect(answer(run)).toContain("Please read first what would change");
    expect(run.step("Send").assignees).toEqual(["lea"]);
    happens(run, () => run.comment(1, "stan", "/go"));
    expect(run.step("Send").assignees).toEqual(["ed"]);
  });

  test("not written before it was shown, whatever of the answers is lost", () => {
    const run = runOf();
    published(run, later);
    run.comment(1, "stan", "/upgrade");
    run.comment(1, "stan", "/go");
    const asked = run.decide();
    // Of two answers the first was carried out, and of the signs on the comments none.
    const first = asked.findIndex(({ kind }) => kind === "post-comment");
    run.carryOut(asked.slice(0, first + 1));
    run.settle();
    expect(run.step("Send").assignees).toEqual(["lea"]);
    expect(answer(run)).toContain("Please read first what would change");
  });

  test("not once it would do something else", () => {
    const run = runOf();
    published(run, changed({ draft: "id: draft, title: Draft, role: editor, due: -10bd" }));
    happens(run, () => run.comment(1, "stan", "/upgrade"));
    happens(run, () => run.close(run.step("Draft").number, "ann"));
    happens(run, () => run.comment(1, "stan", "/go"));
    expect(answer(run)).toContain("no longer what would happen");
  });

  test("and not once dates have moved", () => {
    const run = runOf();
    published(run, later);
    happens(run, () => run.comment(1, "stan", "/upgrade"));
    happens(run, () => run.comment(1, "stan", "/move 2026-04-20 the hall"));
    happens(run, () => run.comment(1, "stan", "/go"));
    expect(answer(run)).toContain("nothing to confirm");
  });

  test.each(["ann", "stranger"])("and not by %s, who may not move the run", (login) => {
    const run = runOf();
    published(run, later);
    happens(run, () => run.comment(1, login, "/upgrade"));
    expect(answer(run)).not.toContain("would change in this run");
    happens(run, () => run.comment(1, "stan", "/upgrade"));
    happens(run, () => run.comment(1, login, "/go"));
    expect(run.step("Send").assignees).toEqual(["lea"]);
  });
});

test.each([
  ["the same text", steps, "already"],
  ["a text that differs for others only", steps, "the same for this run"],
])("nothing to do: %s", (what, lines, words) => {
  const run = runOf();
  if (what !== "the same text") published(run, lines);
  happens(run, () => run.comment(1, "stan", "/upgrade"));
  expect(answer(run)).toContain(words);
  expect(ledgerIn(run).entries.map(({ kind }) => kind)).toEqual(["closed"]);
});

test("a process that is gone leaves the run as it is", () => {
  const run = runOf();
  run.publish(smallHandbook(steps), newer);
  const { newest } = run;
  if (newest)
    run.newest = {
      ...newest,
      handbook: { ...newest.handbook, processes: new Map() },
      processPaths: new Map(),
    };
  happens(run, () => run.comment(1, "stan", "/upgrade"));
  expect(answer(run)).toContain("no longer has this process");
});

describe("what a step says", () => {
  const withBody = (text: string) => ({
    "content/work.mdx": `---
title: Work
summary: Some work.
outcome: It is done.
trigger: Somebody asks.
owner: lead
steps:
  - { id: brief, title: Brief, role: lead, due: -15bd }
  - { id: draft, title: Draft, role: author, due: -10bd }
---
Read [the other page](other.mdx).

## Draft

${text}
`,
  });
  const old = "Write it.\n\n- [ ] Spelling\n- [ ] Links";
  const now = "Write it well.\n\n- [ ] Links\n- [ ] Pictures";
  const begin = () => {
    const run = smallRun(smallHandbook([], { files: withBody(old) }), { anchorDate: "2026-04-15" });
    happens(run, () => run.close(run.step("Brief").number, "lea"));
    run.publish(smallHandbook([], { files: withBody(now) }), newer);
    return run;
  };

  test("gives its place to the newer text, with the boxes ticked that were", () => {
    const run = begin();
    const { number, body } = run.step("Draft");
    happens(run, () => run.edit(number, "ann", body.replace("[ ] Links", "[x] Links")));
    upgrade(run);
    const after = run.step("Draft").body;
    expect(after).toContain("Write it well.\n\n- [x] Links\n- [ ] Pictures");
    expect(after).not.toContain("Spelling");
    expect(after).not.toContain("0123456789abcdef");
    expect(after).not.toContain("Since then");
    expect(run.said(number).at(-1)).toContain("reads otherwise");
    expect(run.decide()).toEqual([]);
  });

  test("stays where people have changed it, and the facts say where the newer text is", () => {
    const run = begin();
    const { number, body } = run.step("Draft");
    happens(run, () => run.edit(number, "ann", body.replace("Write it.", "Write it as Ann does.")));
    upgrade(run);
    const after = run.step("Draft").body;
    expect(after).toContain("Write it as Ann does.");
    expect(after).toContain("**Since then:** the run follows a newer text of the process.");
    expect(run.decide()).toEqual([]);
  });
});

const roles = ["lead", "author", "editor", "lawyer"];
const line = fc.record({
  role: fc.constantFrom(...roles),
  due: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
  isApproval: fc.boolean(),
});
const linesOf = (of: readonly { id: string; role: string; due: number | undefined; isApproval: boolean }[]) =>
  of.map(
    ({ id, role, due, isApproval }, index) =>
      `id: ${id}, title: Step ${id}, ${isApproval && index > 0 ? `kind: approval, approvers: ${role}` : `role: ${role}`}${due === undefined ? "" : `, due: -${due}bd`}`,
  );
/** A process of a few steps, and another text of it in which some have gone, changed or come. */
const twoTexts = fc
  .tuple(
    fc.array(line, { minLength: 2, maxLength: 6 }),
    fc.array(fc.option(line), { maxLength: 6 }),
    fc.array(line, { maxLength: 2 }),
  )
  .map(([first, edits, added]) => {
    const before = first.map((own, index) => ({ id: `s${index}`, ...own }));
    const kept = before.flatMap((own, index) => {
      const edit = edits[index];
      return edit === null ? [] : [edit === undefined ? own : { ...edit, id: own.id }];
    });
    const after = [...kept, ...added.map((own, index) => ({ id: `n${index}`, ...own }))];
    return { before: linesOf(before), after: linesOf(after.length > 0 ? after : before) };
  });
/** Texts that nobody could merge are no texts. */
function soundly(lines: readonly string[]) {
  try {
    return smallHandbook(lines);
  } catch {
    return undefined;
  }
}
const standing = (run: SimulatedRun) =>
  run.observed.steps.map(({ title, state, stateReason, assignees, body }) => ({
    title,
    state,
    stateReason,
    assignees,
    due: /\*\*Due .*?\*\*/.exec(body)?.[0],
  }));

test("whatever the newer text says, what is done stays, the run comes to rest, and the same text changes nothing", () => {
  fc.assert(
    fc.property(twoTexts, fc.nat(4), ({ before, after }, done) => {
      const [one, other] = [soundly(before), soundly(after)];
      fc.pre(one !== undefined && other !== undefined);
      if (!one || !other) return;
      const run = smallRun(one, { anchorDate: "2026-04-15" });
      for (const { number } of run.observed.steps.slice(0, Math.min(done, run.observed.steps.length - 1)))
        happens(run, () => run.close(number, "lea"));
      const then = standing(run);
      const progress = ledgerIn(run).entries;
      run.publish(other, newer);
      upgrade(run);
      const isMoved = ledgerIn(run).revision === newer;
      for (const [index, step] of then.entries())
        if (step.state === "closed" || !isMoved) expect(standing(run)[index]).toEqual(step);
      expect(ledgerIn(run).entries.slice(0, progress.length)).toEqual(progress);
      expect(run.decide()).toEqual([]);
      const moved = standing(run);
      run.publish(isMoved ? other : one, "e".repeat(40));
      happens(run, () => run.comment(1, "stan", "/upgrade"));
      expect(answer(run)).toMatch(/nothing to do|This run is finished/);
      expect(standing(run)).toEqual(moved);
    }),
    { numRuns: 60 },
  );
});

function ledgerIn(run: SimulatedRun) {
  const ledger = ledgerOf(run.observed);
  if (!ledger) throw new Error("The run has no ledger.");
  return ledger;
}

describe("a newer text that changes an approval still to be given", () => {
  const approval = "id: check, title: Check, kind: approval, approvers: [editor, lawyer], due: -5bd";
  const texts: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ["another approver", changed({ check: approval.replace("lawyer", "author") }), []],
    ["fewer approvers", changed({ check: `${approval}, policy: any` }), []],
    ["no approval at all", changed({ check: "" }), []],
    ["other judged work", changed({ check: `${approval}, approves: brief` }), []],
    [
      "only if somebody wants it",
      changed({ check: `${approval}, when: { ask: "yes" }` }),
      ["ask: [{ id: ask, label: Needed, type: yes-no, default: no }]"],
    ],
    ["somebody else who answers for it", changed({ check: `${approval}, accountable: author` }), []],
    [
      "a step that waits for it no more",
      changed({ print: "id: print, title: Print, role: editor, after: [draft], due: -2bd" }),
      [],
    ],
    [
      "a step that does not wait for it in the place of one that did",
      changed({ send: "id: ship, title: Ship, role: lead, after: [draft], due: 0d" }),
      [],
    ],
  ];

  test.each(texts)(
    "%s: is for whoever answers for it, not for who started the run and may write",
    (_what, lines, head) => {
      const run = runOf();
      published(run, lines, head);
      upgrade(run);
      expect(run.said(1).join("\n")).toContain(
        "changes who gives **Check**, what it asks for or what waits for it",
      );
      expect(run.said(1).join("\n")).toContain("Please ask lea.");
      expect(ledgerOf(run.observed)?.revision).not.toBe(newer);
      happens(run, () => run.comment(1, "lea", "/upgrade"));
      happens(run, () => run.comment(1, "lea", "/go"));
      expect(ledgerOf(run.observed)?.revision).toBe(newer);
    },
  );

  test("the people of its roles are part of it", () => {
    const run = runOf();
    const files = {
      "roles.yml": `lead: { title: Lead, people: [lea], deputies: [dora] }
author: { title: Author, people: [ann] }
editor: { title: Editor, people: [stan] }
lawyer: { title: Lawyer, people: [law] }
`,
    };
    run.publish(smallHandbook(changed({ print: "" }), { files }), newer);
    upgrade(run);
    expect(run.said(1).join("\n")).toContain("changes who gives **Check**");
    expect(ledgerOf(run.observed)?.revision).not.toBe(newer);
  });

  test("so is who enters the value that it hangs on", () => {
    const priced = changed({
      draft: "id: draft, title: Draft, role: author, due: -10bd",
      check: `${approval}, when: { price: ">= 100" }, after: [costs]`,
    }).toSpliced(
      2,
      0,
      "id: costs, title: Costs, role: lawyer, due: -8bd, collect: [{ id: price, label: Price, type: number, required: true }]",
    );
    const run = smallRun(smallHandbook(priced), { anchorDate: "2026-04-15" });
    published(
      run,
      priced.map((line) => line.replace("role: lawyer, due: -8bd", "role: author, due: -8bd")),
    );
    upgrade(run);
    expect(run.said(1).join("\n")).toContain("changes who gives **Check**");
    expect(ledgerOf(run.observed)?.revision).not.toBe(newer);
  });

  test("a login in it is noted with its account, which it gives no right under another", () => {
    const run = runOf();
    const files = {
      "roles.yml": `lead: { title: Lead, people: [lea] }
author: { title: Author, people: [ann] }
editor: { title: Editor, people: [nora] }
lawyer: { title: Lawyer, people: [law] }
`,
    };
    run.publish(smallHandbook(changed({ print: "" }), { files }), newer);
    happens(run, () => run.comment(1, "lea", "/upgrade"));
    happens(run, () => run.comment(1, "lea", "/go"));
    expect(run.step("Check").assignees).toContain("nora");
    happens(run, () => run.close(run.step("Draft").number, "ann"));
    run.leave("nora");
    run.takeOver("nora", "write");
    happens(run, () => run.comment(run.step("Check").number, "law", "/approve"));
    happens(run, () => run.comment(run.step("Check").number, "nora", "/approve"));
    expect(run.step("Check").state).toBe("open");
  });

  test("a step that becomes strict behind it is not", () => {
    const run = runOf();
    published(run, changed({ print: "id: print, title: Print, role: editor, strict: true, due: -2bd" }));
    upgrade(run);
    expect(ledgerOf(run.observed)?.revision).toBe(newer);
  });

  test("a step less behind it is not", () => {
    const run = runOf();
    published(run, changed({ send: "" }));
    upgrade(run);
    expect(ledgerOf(run.observed)?.revision).toBe(newer);
  });

  test("a date of it is not", () => {
    const run = runOf();
    published(run, changed({ check: approval.replace("-5bd", "-4bd") }));
    upgrade(run);
    expect(ledgerOf(run.observed)?.revision).toBe(newer);
  });

  test("with approvals: open it is like any other text", () => {
    const open = { "handbook.yml": "title: Handbook\ntimeZone: UTC\nconfirm: never\napprovals: open\n" };
    const run = smallRun(smallHandbook(steps, { files: open }), { anchorDate: "2026-04-15" });
    run.publish(smallHandbook(changed({ check: "" }), { files: open }), newer);
    upgrade(run);
    expect(ledgerOf(run.observed)?.revision).toBe(newer);
  });
});
