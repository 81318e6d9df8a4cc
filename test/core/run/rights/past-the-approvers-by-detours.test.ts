import { describe, expect, test } from "vitest";
import { factsEnd, factsStart } from "../../../../core/run/step-issue/facts-block.ts";
import type { SimulationOptions } from "../simulated-run.ts";
import { happens, smallHandbook, smallRun, writes as write } from "../small-handbook.ts";

const permissions = { stan: "write", ann: "write", zoe: "write", dora: "write" } as const;
const begin = (
  steps: readonly string[],
  more: Parameters<typeof smallHandbook>[1] = {},
  options: Partial<SimulationOptions> = {},
) => smallRun(smallHandbook(steps, more), { permissions, ...options });
type Run = ReturnType<typeof begin>;
const lastWord = (run: Run, title: string) => run.said(run.step(title).number).at(-1) ?? "";

const judgedBy = (approvers: string) => [
  "id: draft, title: Draft, role: author, due: +1d",
  `id: judge, title: Judge, kind: approval, approvers: [${approvers}], approves: draft, due: +8d`,
  "id: last, title: Last, role: author, due: +13d",
];

describe("work that joins what somebody has approved", () => {
  test("as a step added before the approval is judged by whoever had agreed as well", () => {
    const run = begin(judgedBy("editor, lawyer"));
    happens(run, () => run.close(2, "ann"));
    write(run, "Judge", "ed", "/approve");
    write(run, "", "stan", '/add "Write it anew" @ann 2026-03-05 after draft before judge it was not good');
    happens(run, () => run.close(run.step("Write it anew").number, "ann"));
    write(run, "Judge", "law", "/approve");
    expect(run.step("Judge").state).toBe("open");
    write(run, "Judge", "ed", "/approve");
    expect(run.step("Judge").state).toBe("closed");
  });

  test("as a step that is taken back before anybody did it changes nothing", () => {
    const run = begin(judgedBy("editor, lawyer"));
    happens(run, () => run.close(2, "ann"));
    write(run, "Judge", "ed", "/approve");
    write(run, "", "stan", '/add "Write it anew" @ann 2026-03-05 after draft before judge it was not good');
    write(run, "", "stan", "/undo");
    write(run, "Judge", "law", "/approve");
    expect(run.step("Judge").state).toBe("closed");
  });

  test.each(["/done", "/skip too late now"])(
    "by a decision that is made anew is judged when it ends: %s",
    (end) => {
      const run = begin([
        "id: draft, title: Draft, role: author, due: +1d",
        "id: long, title: Is it long, kind: decision, role: author, options: [yes, no], after: [], due: +1d",
        "id: more, title: More, role: author, when: { long: yes }, after: [long], due: +2d",
        "id: judge, title: Judge, kind: approval, approvers: [editor], after: [draft, more], due: +8d",
        "id: last, title: Last, role: author, due: +13d",
      ]);
      happens(run, () => run.close(2, "ann"));
      write(run, "Is it long", "ann", "/decide no");
      write(run, "Judge", "ed", "/approve");
      expect(run.step("Judge").state).toBe("closed");
      happens(run, () => run.reopen(run.step("Is it long").number, "ann"));
      write(run, "Is it long", "ann", "/decide yes");
      write(run, "More", "ann", end);
      expect(run.step("Judge").state).toBe("open");
      expect(lastWord(run, "Judge")).toContain("@ed");
      write(run, "Judge", "ed", "/approve");
      expect(run.step("Judge").state).toBe("closed");
    },
  );
});

describe("judged work that a decision or a value rules out and brings back", () => {
  const steps = (when: string) => [
    "id: way, title: Way, kind: decision, role: author, options: [web, print], after: [], due: +1d",
    "id: size, title: Size, role: author, after: [], due: +1d, collect: [{ id: pages, label: Pages, type: number, required: true }]",
    `id: draft, title: Draft, role: editor, when: { ${when} }, after: [way, size], due: +2d`,
    "id: judge, title: Judge, kind: approval, approvers: [editor], approves: draft, due: +8d",
    "id: last, title: Last, role: author, due: +13d",
  ];
  const drafted = (when: string) => {
    const run = begin(steps(when), {}, { permissions: { ...permissions, ed: "write" } });
    write(run, "Way", "ann", "/decide web");
    write(run, "Size", "ann", "/done pages: 9");
    write(run, "Draft", "ed", "/done");
    return run;
  };
  const decideAnew = (run: Run, way: string) => {
    happens(run, () => run.reopen(run.step("Way").number, "ann"));
    write(run, "Way", "ann", `/decide ${way}`);
  };
  const enterAnew = (run: Run, pages: string) => {
    happens(run, () => run.reopen(run.step("Size").number, "ann"));
    write(run, "Size", "ann", `/done pages: ${pages}`);
  };

  test.each([
    ["way: web", (run: Run) => decideAnew(run, "print"), (run: Run) => decideAnew(run, "web")],
    ['pages: "> 5"', (run: Run) => enterAnew(run, "1"), (run: Run) => enterAnew(run, "9")],
  ])("is not approved by whoever did it: %s", (when, rulesOut, bringsBack) => {
    const run = drafted(when);
    rulesOut(run);
    write(run, "Judge", "ed", "/approve");
    bringsBack(run);
    expect(run.step("Judge").state).toBe("open");
    write(run, "Judge", "ed", "/approve");
    expect(run.step("Judge").state).toBe("open");
    expect(lastWord(run, "Judge")).toContain("your own work");
  });

  test("is not said to be approved, nor to be looked at, while it is ruled out", () => {
    const run = drafted("way: web");
    decideAnew(run, "print");
    expect(lastWord(run, "Judge")).not.toContain("**Draft**");
    write(run, "Judge", "ed", "/approve");
    expect(lastWord(run, "Last")).not.toContain("**Draft**");
  });
});

describe("what is written into the part of an approved text that the bot keeps", () => {
  const approved = (before: (run: Run) => void = () => undefined) => {
    const run = begin(judgedBy("editor"));
    happens(run, () => run.close(2, "ann"));
    before(run);
    write(run, "Judge", "ed", "/approve");
    expect(run.step("Judge").state).toBe("closed");
    return run;
  };
  const change = (run: Run, from: string, to: string) =>
    happens(run, () => run.edit(2, "ann", run.step("Draft").body.replace(from, to)));

  test("is put back", () => {
    const run = approved();
    change(run, factsEnd, `Twice the price.\n${factsEnd}`);
    expect(run.step("Draft").body).not.toContain("Twice the price");
    expect(run.step("Judge").state).toBe("closed");
  });

  test("is none of what is approved, where somebody makes a part of their own that looks like it", () => {
    const run = approved((asked) =>
      change(asked, factsStart, `${factsStart}\nThe price.\n${factsEnd}\n${factsStart}`),
    );
    expect(run.step("Draft").body).not.toContain("The price.");
  });
});

describe("who gives judged work to whoever answers for the approval, and takes that back,", () => {
  test.each(["stan", "dora"])("does not answer for it instead: %s", (who) => {
    const run = begin(judgedBy("editor"));
    write(run, "Draft", who, "/hand-to @lea she knows the case");
    write(run, "Draft", who, "/undo");
    happens(run, () => run.close(2, "ann"));
    write(run, "Judge", "dora", "/skip it takes too long");
    expect(run.step("Judge").state).toBe(who === "dora" ? "open" : "closed");
  });
});

test.each(["before", "after"])(
  "whoever answers for the approval still does when somebody assigns them to the work by hand right %s its end",
  (when) => {
    const run = begin(judgedBy("editor"));
    const assign = () => run.assign(2, "dora", ["ann", "lea"]);
    happens(run, () => {
      if (when === "before") assign();
      run.now = new Date(Date.parse(run.now) + 2000).toISOString();
      run.close(2, "ann");
      run.now = new Date(Date.parse(run.now) + 2000).toISOString();
      if (when === "after") assign();
    });
    expect(lastWord(run, "Judge")).toContain("@ed, it is your turn");
    write(run, "Judge", "dora", "/skip it takes too long");
    expect(run.step("Judge").state).toBe("open");
    write(run, "Judge", "lea", "/skip we know it");
    expect(run.step("Judge").state).toBe("closed");
  },
);
