import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldAnswers } from "../../../core/run/index.ts";
import { tries } from "../../tries.ts";
import type { SimulatedRun } from "./simulated-run.ts";
import { happens, smallHandbook, smallRun } from "./small-handbook.ts";

const asks = [
  "ask:",
  "  - { id: paid, label: Paid promotion, type: yes-no }",
  '  - { id: press, label: Press release, type: yes-no, default: "no" }',
  "  - { id: budget, label: Budget, type: number }",
  "  - { id: channel, label: Channel, type: choice, options: [blog, mail] }",
];

describe("a step that hangs on an answer nobody gave", () => {
  const handbook = smallHandbook(
    [
      "id: draft, title: Draft, role: author, due: +1d",
      "id: ads, title: Ads, role: editor, due: +3d, when: { paid: yes }",
      "id: send, title: Send, role: editor, due: +7d",
    ],
    { head: asks },
  );

  test("asks whoever started the run when all before it is over, and goes on when it is answered", () => {
    const run = smallRun(handbook);
    happens(run, () => run.close(2, "ann"));
    expect(run.said(3)).toEqual([
      `@stan, whether **Ads** is needed hangs on an answer that nobody has given yet. All before it is over, and it is due **Thursday 5 March 2026**.

Please answer **Paid promotion** here: write \`/decide yes\` or \`/decide no\`.`,
    ]);
    expect(run.said(1)[0]).toContain("**Waits for an answer:** #3 **Ads** (stan: “Paid promotion”)");
    happens(run, () => run.comment(3, "stan", "/decide maybe"));
    expect(run.said(3).at(-1)).toContain("`maybe` is none of the answers");
    happens(run, () => run.comment(3, "stan", "/decide yes"));
    expect(run.said(3).at(-1)).toContain("@ed, it is your turn: **Ads**");
  });

  test("is left out when the answer rules it out, and the next one has its turn", () => {
    const run = smallRun(handbook);
    happens(run, () => run.close(2, "ann"));
    happens(run, () => run.comment(3, "stan", "/decide no"));
    expect(run.step("Ads").state).toBe("closed");
    expect(run.said(4).at(-1)).toContain("@ed, it is your turn: **Send**");
  });

  test("is late, reminded of and escalated like every other", () => {
    const run = smallRun(handbook);
    happens(run, () => run.close(2, "ann"));
    run.settle("2026-03-04T18:00:00Z");
    expect(run.said(3).at(-1)).toContain("@stan, a reminder: **Ads** is due tomorrow");
    run.settle("2026-03-09T18:00:00Z");
    expect(run.step("Ads").labels).toContain("handrail:overdue");
    expect(run.said(3).at(-1)).toContain("**Ads** was due on **Thursday 5 March 2026**");
  });
});

test("an empty answer is the default of its question", () => {
  const run = smallRun(
    smallHandbook(
      [
        "id: press, title: Press, role: author, due: +1d, when: { press: yes }",
        "id: send, title: Send, role: editor, due: +3d",
      ].map((step) => step.replace("id: press,", "id: tell,")),
      { head: asks },
    ),
  );
  expect(run.observed.steps.map(({ title }) => title)).toEqual(["Send: A run"]);
  expect(run.said(1)[0]).not.toContain("the issue was edited");
});

const conditions = [
  "",
  ", when: { paid: yes }",
  ", when: { paid: { not: yes }, press: yes }",
  ', when: { budget: ">= 100" }',
  ", when: { channel: blog }",
  ", when: { route: build }",
  ", when: { route: buy, paid: no }",
];

/** Takes the next turn that the status shows; false when it shows none. */
function takeTurn(run: SimulatedRun): boolean {
  const status = run.said(1)[0] ?? "";
  const [, asked] = /\*\*Waits for an answer:\*\* #(\d+)/.exec(status) ?? [];
  const [, next] = /\*\*Whose turn it is:\*\* #(\d+)/.exec(status) ?? [];
  const number = Number(next ?? asked);
  const issue = run.observed.steps.find((step) => step.number === number);
  if (!issue) return false;
  const words = run.said(number).join("\n");
  if (next === undefined) {
    const [, line = "/decide 500"] = /`(\/decide \w+)`/.exec(words) ?? [];
    happens(run, () => run.comment(number, "stan", line));
  } else if (issue.title.startsWith("Route")) happens(run, () => run.comment(number, "lea", "/decide buy"));
  else if (issue.title.startsWith("Judge")) happens(run, () => run.comment(number, "law", "/approve"));
  else happens(run, () => run.close(number, "ann"));
  return true;
}

/** Something in between that nobody needs for the run to end. */
const detours = {
  none: () => undefined,
  "a step is opened again": (run: SimulatedRun) => {
    const done = run.observed.steps.find(
      ({ state, title }) => state === "closed" && title.startsWith("Part"),
    );
    if (done) run.reopen(done.number, "stan");
  },
  "work is sent back": (run: SimulatedRun) => {
    const judge = run.observed.steps.find(
      ({ state, title }) => state === "open" && title.startsWith("Judge"),
    );
    if (judge) run.comment(judge.number, "law", "/changes the figures are old");
  },
  "a step is left out": (run: SimulatedRun) => {
    const open = run.observed.steps.find(({ state, title }) => state === "open" && title.startsWith("Part"));
    if (open) run.comment(open.number, "lea", "/skip nobody needs it");
  },
  "a step is added before another": (run: SimulatedRun) => {
    if (run.observed.run.state === "open")
      run.comment(1, "stan", '/add "Part by hand" @ann 2026-03-20 somebody asked');
  },
  "a decision is taken back": (run: SimulatedRun) => {
    const route = run.observed.steps.find(
      ({ state, title }) => state === "closed" && title.startsWith("Route"),
    );
    if (route) run.reopen(route.number, "stan");
  },
} satisfies Readonly<Record<string, (run: SimulatedRun) => void>>;

const kindsOfStep = ["task", "task", "approval", "checkpoint", "optional"] as const;

test("nor after steps were opened again, sent back, left out or added, with approvals, checkpoints and optional steps between", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          kind: fc.constantFrom(...kindsOfStep),
          when: fc.constantFrom(...conditions),
          waitsFor: fc.constantFrom("before", "route", "nobody"),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      fc.constantFrom(...conditions.slice(0, 5)),
      fc.record(
        {
          paid: fc.constantFrom("yes", "no"),
          press: fc.constantFrom("yes", "no"),
          budget: fc.constantFrom("50", "500"),
        },
        { requiredKeys: [] },
      ),
      fc.array(fc.constantFrom(...(Object.keys(detours) as (keyof typeof detours)[])), { maxLength: 4 }),
      (steps, routeWhen, answers, wishes) => {
        const lines = steps.map(({ kind, when, waitsFor }, index) => {
          // What hangs on a decision has to wait for it.
          const waits = when.includes("route") ? "route" : waitsFor;
          const after = waits === "before" ? "" : waits === "route" ? ", after: route" : ", after: []";
          const own =
            kind === "approval"
              ? `title: Judge ${index}, kind: approval, approvers: lawyer`
              : kind === "checkpoint"
                ? `title: Reached ${index}, kind: checkpoint, role: lead`
                : `title: Part ${index}, role: author${kind === "optional" ? ", optional: true" : ""}`;
          return `id: s${index}, ${own}, due: +${index + 2}d${when}${after}`;
        });
        const route = `id: route, title: Route, kind: decision, role: lead, options: [build, buy], due: +1d${routeWhen}`;
        const run = smallRun(smallHandbook([route, ...lines], { head: asks }), {
          answers,
          permissions: { stan: "write", lea: "write", law: "write" },
        });
        for (let turns = 0; run.observed.run.state === "open"; turns += 1) {
          const wish = wishes[turns];
          if (wish !== undefined) happens(run, () => detours[wish](run));
          if (run.observed.run.state !== "open") break;
          expect(turns).toBeLessThan(40);
          expect([run.said(1)[0], takeTurn(run)]).toEqual([expect.anything(), true]);
        }
      },
    ),
    { numRuns: tries(60) },
  );
});

test("a run that goes on always has somebody whose turn it is, or asks", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...conditions), { minLength: 1, maxLength: 6 }),
      fc.constantFrom(...conditions.slice(0, 5)),
      fc.record(
        {
          paid: fc.constantFrom("yes", "no"),
          press: fc.constantFrom("yes", "no"),
          budget: fc.constantFrom("50", "500"),
          channel: fc.constantFrom("blog", "mail"),
        },
        { requiredKeys: [] },
      ),
      fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      (steps, routeWhen, answers, sideBySide) => {
        const handbook = smallHandbook(
          [
            `id: route, title: Route, kind: decision, role: lead, options: [build, buy], due: +1d${routeWhen}`,
            ...steps.map(
              (when, index) =>
                `id: s${index}, title: Part ${index}, role: author, due: +${index + 2}d${when}${sideBySide[index] ? ", after: route" : ""}`,
            ),
          ],
          { head: asks },
        );
        const run = smallRun(handbook, { answers, permissions: { stan: "write", lea: "write" } });
        for (let turns = 0; run.observed.run.state === "open"; turns += 1) {
          expect(turns).toBeLessThan(20);
          expect([run.said(1)[0], takeTurn(run)]).toEqual([expect.anything(), true]);
        }
      },
    ),
    { numRuns: tries(60) },
  );
});

test("changes asked for after a checkpoint go to whoever did the work before it", () => {
  const run = smallRun(
    smallHandbook([
      "id: draft, title: Draft, role: author, due: +1d",
      "id: written, title: All written, kind: checkpoint, role: lead, due: +1d",
      "id: judge, title: Judge, kind: approval, approvers: lawyer, due: +3d",
    ]),
  );
  happens(run, () => run.close(2, "ann"));
  happens(run, () => run.comment(4, "law", "/changes the figures are old"));
  expect(run.step("Draft").state).toBe("open");
  expect(run.said(2).at(-1)).toContain("the figures are old");
  expect(run.said(1)[0]).toContain("**Whose turn it is:** #2 **Draft**");
  happens(run, () => run.close(2, "ann"));
  expect(run.step("All written").state).toBe("closed");
  expect(run.said(1)[0]).toContain("**Whose turn it is:** #4 **Judge**");
  happens(run, () => run.comment(4, "law", "/approve"));
  expect(run.observed.run.state).toBe("closed");
});

test.each(["", ", approves: written"])(
  "work before a checkpoint that somebody opens again takes back the approval behind it%s",
  (approves) => {
    const run = smallRun(
      smallHandbook([
        "id: draft, title: Draft, role: author, due: +1d",
        "id: written, title: All written, kind: checkpoint, role: lead, due: +1d",
        `id: judge, title: Judge, kind: approval, approvers: lawyer, due: +3d${approves}`,
        "id: print, title: Print, role: editor, due: +5d",
      ]),
    );
    happens(run, () => run.close(2, "ann"));
    happens(run, () => run.comment(4, "law", "/approve"));
    happens(run, () => run.reopen(2, "ann"));
    expect(run.step("Judge").state).toBe("open");
    // Nobody is asked to judge what is being worked on.
    expect(run.said(1)[0]).toMatch(/\*\*Whose turn it is:\*\* #2 \*\*Draft\*\* \([^)]*\)\n/);
    happens(run, () => run.close(2, "ann"));
    expect(run.said(4).at(-1)).toContain("@law, it is your turn: **Judge**");
    expect(run.said(1)[0]).toContain("**Whose turn it is:** #4 **Judge**");
  },
);

test("an approval of work that was opened again waits for it, though a step between is still done", () => {
  const run = smallRun(
    smallHandbook([
      "id: draft, title: Draft, role: author, due: +1d",
      "id: layout, title: Layout, role: editor, due: +2d",
      "id: judge, title: Judge, kind: approval, approvers: lawyer, due: +3d, approves: draft",
      "id: print, title: Print, role: editor, due: +5d",
    ]),
  );
  happens(run, () => run.close(2, "ann"));
  happens(run, () => run.close(3, "ed"));
  happens(run, () => run.comment(4, "law", "/approve"));
  happens(run, () => run.reopen(2, "ann"));
  happens(run, () => run.comment(4, "law", "/approve"));
  expect(run.step("Judge").state).toBe("open");
  expect(run.said(1)[0]).toMatch(/\*\*Whose turn it is:\*\* #2 \*\*Draft\*\* \([^)]*\)\n/);
  happens(run, () => run.close(2, "ann"));
  happens(run, () => run.comment(4, "law", "/approve"));
  expect(run.step("Judge").state).toBe("closed");
});

test("a checkpoint whose closing GitHub has confirmed and does not show yet is not opened again", () => {
  const run = smallRun(
    smallHandbook([
      "id: draft, title: Draft, role: author, due: +1d",
      "id: written, title: All written, kind: checkpoint, role: lead, due: +1d",
      "id: send, title: Send, role: editor, due: +3d",
    ]),
  );
  run.close(2, "ann");
  const closing = { kind: "close-issue", issue: 3, reason: "completed" } as const;
  expect(run.decide()).toContainEqual(closing);
  run.observed = foldAnswers(run.observed, [{ change: closing }]);
  expect(run.decide()).not.toContainEqual({ kind: "reopen-issue", issue: 3 });
});
