import { describe, expect, test } from "vitest";
import { factsEnd } from "../../../../core/run/step-issue/facts-block.ts";
import { NestedRuns } from "../nested-runs.ts";
import { RunInside } from "../run-inside.ts";

const permissions = { stan: "write", ann: "write", zoe: "write", dora: "write" } as const;
const starts = "id: inside, title: Inside, kind: process, process: inside-1, role: author, due: +1d";
const last = "id: last, title: Last, role: author, due: +9d";
const judged = [
  "id: draft, title: Draft, role: lawyer, due: -3d",
  "id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, due: -1d",
];

/** The run above approves the run inside, which is one step. */
const judgedAbove = () =>
  new RunInside(
    [
      starts,
      "id: judge, title: Judge, kind: approval, approvers: [editor], approves: inside, due: +4d",
      last,
    ],
    { steps: ["id: draft, title: Draft, role: lawyer, due: -3d"] },
    permissions,
  );

describe("an approval in a run that is a step", () => {
  test.each(["ann", "zoe"])("is not ruled out by %s, who has taken that step over", (who) => {
    const runs = new RunInside(
      [starts, last],
      {
        head: ["ask:", "  - { id: risky, label: Is it risky, type: yes-no }"],
        steps: [
          "id: draft, title: Draft, role: lawyer, due: -3d",
          "id: judge, title: Judge, kind: approval, approvers: [editor], when: { risky: yes }, due: -1d",
          "id: send, title: Send, role: lawyer, due: 0d",
        ],
      },
      permissions,
    );
    runs.writeInside("Draft", "law", "/done");
    runs.writeAbove("", who, `/hand-to inside @${who} I have the time`);
    runs.writeInside("Judge", who, "/decide no");
    expect(runs.inside.step("Judge").state).toBe("open");
    runs.writeInside("Judge", "lea", "/decide no");
    expect(runs.inside.step("Judge")).toMatchObject({ state: "closed", stateReason: "not-planned" });
  });

  test("has nothing to do with a question that no approval hangs on: whoever has that step answers it as its starter would", () => {
    const runs = new RunInside(
      [starts, last],
      {
        head: ["ask:", "  - { id: risky, label: Is it risky, type: yes-no }"],
        steps: [...judged, "id: send, title: Send, role: lawyer, when: { risky: yes }, due: 0d"],
      },
      { stan: "write", zoe: "write" },
    );
    runs.writeInside("Draft", "law", "/done");
    runs.writeInside("Judge", "ed", "/approve");
    runs.writeInside("Send", "ann", "/decide no");
    expect(runs.inside.step("Send")).toMatchObject({ state: "closed", stateReason: "not-planned" });
  });

  test("is not left out by dropping the start of that run", () => {
    const head = ["ask:", "  - { id: size, label: Size, type: number, required: true }"];
    const runs = new RunInside([starts, last], { head, steps: judged }, permissions);
    runs.writeInside("", "zoe", "/cancel we need no size");
    expect(runs.above.step("Inside").state).toBe("open");
    expect(runs.inside.said(2).at(-1)).toMatchInlineSnapshot(
      `"@zoe: This is a step of #1. To leave it out, please write \`/skip #2 why it is not needed\` there."`,
    );
    runs.writeAbove("", "zoe", "/skip inside we need no size");
    expect(runs.above.step("Inside").state).toBe("open");
    runs.writeAbove("", "lea", "/skip #2 we need no size");
    expect(runs.above.step("Inside")).toMatchObject({ state: "closed", stateReason: "not-planned" });
    expect(runs.above.said(1)[0]).toContain("not approved");
  });
});

test.each(["stan", "dora"])(
  "%s, who gave work in a judged run to whoever answers for the approval, answers for it only with no part in that",
  (who) => {
    const runs = judgedAbove();
    runs.writeInside("Draft", who, "/hand-to @lea she knows the case");
    runs.writeInside("Draft", who, "/hand-to @law he is back");
    runs.writeInside("Draft", "law", "/done");
    runs.writeAbove("Judge", "dora", "/skip it takes too long");
    expect(runs.above.step("Judge").state).toBe(who === "dora" ? "open" : "closed");
  },
);

test("what is written into the bot's part of a text in a judged run that is over is put back", () => {
  const runs = judgedAbove();
  runs.writeInside("Draft", "law", "/done");
  runs.writeAbove("Judge", "ed", "/approve");
  const { number, body } = runs.inside.step("Draft");
  runs.inside.edit(number, "ann", body.replace(factsEnd, `Twice the price.\n${factsEnd}`));
  runs.settle();
  expect(runs.inside.step("Draft").body).not.toContain("Twice the price");
  expect(runs.above.step("Judge").state).toBe("closed");
});

describe("a text that is changed in a run that is over, of which no approval above judges anything,", () => {
  const end = () => {
    const runs = new RunInside([starts, last], { steps: judged }, permissions);
    runs.writeInside("Draft", "law", "/done");
    runs.writeInside("Judge", "ed", "/approve");
    expect(runs.above.step("Inside").state).toBe("closed");
    return runs;
  };
  const change = (runs: RunInside, words: string, by = "ann") => {
    const { number, body } = runs.inside.step("Draft");
    runs.inside.edit(number, by, `${body.replaceAll(/ Twice| Thrice/g, "")}${words}`);
    runs.settle();
    return runs.above.said(2).filter((said) => said.includes("has changed the text"));
  };

  test("is told to whoever approved it and whoever answers for that, once", () => {
    const runs = end();
    expect(change(runs, " Twice")).toMatchInlineSnapshot(`
      [
        "@ed and @lea, ann has changed the text of **Draft** (#101) since it was approved with **Judge** (#102). This run is over, so the approval stands as it was given. If it should be judged anew, please open #102 again.",
      ]
    `);
    expect(change(runs, " Twice")).toHaveLength(1);
    expect(change(runs, "")).toHaveLength(1);
    expect(change(runs, " Thrice")).toHaveLength(2);
    expect(runs.inside.step("Judge").state).toBe("closed");
    expect(runs.above.step("Inside").state).toBe("closed");
  });

  test("is not told to whoever has changed it", () => {
    expect(change(end(), " Twice", "ed")).toMatchInlineSnapshot(`
      [
        "@lea, ed has changed the text of **Draft** (#101) since it was approved with **Judge** (#102). This run is over, so the approval stands as it was given. If it should be judged anew, please open #102 again.",
      ]
    `);
  });

  test("is judged anew when the approval is opened again", () => {
    const runs = end();
    change(runs, " Twice");
    runs.inside.reopen(runs.inside.step("Judge").number, "ed");
    runs.settle();
    expect(runs.inside.step("Judge").state).toBe("open");
    expect(runs.above.step("Inside").state).toBe("open");
    runs.writeInside("Judge", "ed", "/approve");
    expect(runs.above.step("Inside").state).toBe("closed");
    expect(change(runs, " Twice")).toHaveLength(1);
  });

  test("is told so where it lies in a run that was judged there as a whole", () => {
    const judge = "id: judge, title: Judge, kind: approval, approvers: [editor], approves: inside, due: +4d";
    const draft = "id: draft, title: Draft, role: lawyer, due: -3d";
    const runs = new NestedRuns(
      [{ steps: [starts, last] }, { steps: [starts.replace("-1,", "-2,"), judge] }, { steps: [draft] }],
      {
        permissions,
      },
    );
    runs.write(2, "Draft", "law", "/done");
    runs.write(1, "Judge", "ed", "/approve");
    const { number, body } = runs.at(2).step("Draft");
    runs.at(2).edit(number, "ann", `${body} Twice`);
    runs.settle();
    expect(runs.at(0).said(2).join()).toContain("ann has changed the text of **Inside** (#101) since");
    const inner = runs.at(2).observed.run;
    expect(runs.at(1).said(inner.number).join()).not.toContain("has changed the text");
  });
});
