import fc from "fast-check";
import { describe, expect, test } from "vitest";
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
  else happens(run, () => run.close(number, "ann"));
  return true;
}

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
