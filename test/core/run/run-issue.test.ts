import { beforeEach, describe, expect, test } from "vitest";
import { sayOnce } from "../../../core/run/said.ts";
import { ours } from "../../../core/text/index.ts";
import { handbookOf, shippedFiles } from "../../builders.ts";
import { SimulatedRun } from "./simulated-run.ts";

const handbook = handbookOf(shippedFiles());
let run: SimulatedRun;
let clock = 0;

beforeEach(() => {
  clock = Date.parse("2026-11-02T08:00:00Z");
  run = new SimulatedRun({
    handbook,
    process: "publish-blog-post",
    anchorDate: "2026-12-18",
    now: new Date(clock).toISOString(),
    answers: { topic: "How to choose a CRM" },
    permissions: { "demo-lena": "write", "demo-tom": "write" },
  });
  run.settle();
});

/** Something happens an hour later, and the bot looks. */
function then(happen: () => void): void {
  clock += 3_600_000;
  run.now = new Date(clock).toISOString();
  happen();
  run.settle();
}
const said = () => run.said(1).at(-1);
const stateOfRun = () => run.observed.run.state;
function finish(): void {
  for (const { number, title } of run.observed.steps) {
    if (title.startsWith("Approve")) {
      then(() => run.comment(number, "demo-ines", "/approve"));
      then(() => run.comment(number, "demo-sofia", "/approve"));
    } else then(() => run.close(number, "demo-lena"));
  }
}

test.each([
  ["completed", () => finish()],
  ["cancelled", () => then(() => run.comment(1, "demo-tom", "/cancel The product is not coming"))],
])("a run that was %s is left as it is on every later day", (outcome, end) => {
  end();
  expect(run.observed.run).toMatchObject({
    state: "closed",
    stateReason: outcome === "completed" ? "completed" : "not-planned",
  });
  clock += 30 * 86_400_000;
  expect(run.settle(new Date(clock).toISOString())).toEqual([]);
});

describe("the issue of a run that is closed as not planned", () => {
  test.each([
    [
      "demo-tom",
      "@demo-tom, ending a run needs a few words why, so I opened it again. Please write `/cancel` and why.",
    ],
    [
      "demo-jonas",
      "@demo-jonas, only whoever started the run, whoever answers for it and people who can write to this repository can end this run, so I opened it again. Please ask demo-lena.",
    ],
  ])("by %s without a word is opened again", (who, words) => {
    then(() => run.close(1, who, "not-planned"));
    expect(said()).toBe(words);
    expect(stateOfRun()).toBe("open");
    expect(run.settle()).toEqual([]);
  });
});

describe("the issue of a run that is closed as not planned by hand", () => {
  const close = () =>
    then(() => {
      run.comment(1, "demo-tom", "The product is not coming.");
      run.close(1, "demo-tom", "not-planned");
    });
  beforeEach(close);

  test("ends the run, and says how to undo it", () => {
    expect(said()).toBe(
      "@demo-tom, you have closed this issue as not planned, so I have ended the run and closed its open steps. If that was a slip, open this issue again: I take the run up where it stopped.",
    );
    expect(run.observed.steps.every(({ state }) => state === "closed")).toBe(true);
  });

  test("goes on where it stopped when it is opened again", () => {
    then(() => run.reopen(1, "demo-tom"));
    expect(run.observed.steps.every(({ state }) => state === "open")).toBe(true);
    expect(stateOfRun()).toBe("open");
    then(() => run.close(run.step("Settle").number, "demo-lena"));
    expect(run.step("Settle").state).toBe("closed");
    expect(run.step("Choose").state).toBe("open");
  });

  test("may be cancelled once more", () => {
    then(() => run.reopen(1, "demo-tom"));
    then(() => run.comment(1, "demo-lena", "/cancel the budget is gone"));
    expect(stateOfRun()).toBe("closed");
    expect(said()).toContain("demo-lena has ended this run");
  });
});

describe("a finished run", () => {
  beforeEach(finish);

  test.each([
    "/move 2027-01-29 later",
    "/add @demo-tom 2027-01-11 Ask why",
    "/cancel no more",
    "/due idea 2027-01-11 why",
  ])("does not obey %s", (command) => {
    const before = run.said(1)[0];
    then(() => run.comment(1, "demo-lena", command));
    expect(said()).toBe(
      "@demo-lena: This run is finished. To do something over, open the issue of that step again; the run then goes on.",
    );
    expect(run.said(1)[0]?.replace(/I last looked.*/, "")).toBe(before?.replace(/I last looked.*/, ""));
  });

  test("says in /help what can still be written", () => {
    then(() => run.comment(1, "demo-lena", "/help"));
    expect(said()).toContain("This run is finished. To do something over, open the issue of that step again");
    expect(said()?.match(/^- `.*?`/gm)).toEqual(["- `/status`", "- `/help`"]);
  });

  test("goes on when a step is opened again, and says so to whoever did", () => {
    then(() => run.reopen(run.step("Write the outline").number, "demo-jonas"));
    expect(stateOfRun()).toBe("open");
    expect(said()).toBe(
      "@demo-jonas, **Write the outline** is open again, so this run goes on. I close this issue when the last step is done.",
    );
  });

  test("brings its retrospective up to date when it ends once more, without another comment", () => {
    const before = run.said(1);
    then(() => run.reopen(run.step("Write the draft").number, "demo-jonas"));
    expect(run.said(1)[0]).not.toContain("how it went");
    run.now = "2026-12-14T08:00:00Z";
    clock = Date.parse(run.now);
    then(() => run.close(run.step("Write the draft").number, "demo-jonas"));
    const after = run.said(1);
    expect(after.filter((comment) => comment.includes("how it went"))).toEqual([after[0]]);
    expect(after[0]).not.toBe(before[0]);
    expect(after[0]).toContain("| Write the draft | Tue 8 Dec | Mon 14 Dec | **4 business days late** |");
    // That it goes on is said to whoever opened the step; that it is over, by closing it.
    expect(after).toHaveLength(before.length + 1);
  });

  test("keeps a retrospective that an earlier version made a comment of its own, until it ends once more", () => {
    const apart = run.observed.run.comments.slice(0, 1).map((status) => ({
      ...status,
      id: "apart",
      number: 900_000,
      createdAt: run.now,
      body: sayOnce("retrospective", ours("### Publish a blog post: how it went")),
    }));
    run.update(1, (issue) => ({ ...issue, comments: [...issue.comments, ...apart] }));
    run.settle();
    expect(run.said(1)[0]).toContain("### Publish a blog post: finished\n");
    expect(run.settle()).toEqual([]);
    then(() => run.reopen(run.step("Write the draft").number, "demo-jonas"));
    then(() => run.close(run.step("Write the draft").number, "demo-jonas"));
    expect(run.said(1)[0]).toContain("### Publish a blog post: finished, and how it went\n");
    expect(run.settle()).toEqual([]);
  });

  test("takes an approval back when the work it judged is opened again", () => {
    const [outline, approval] = [run.step("Write the outline").number, run.step("Approve").number];
    then(() => run.reopen(outline, "demo-jonas"));
    expect(run.step("Approve").state).toBe("open");
    expect(run.said(approval).filter((comment) => comment.includes("closing this issue"))).toEqual([]);
    then(() => run.close(outline, "demo-jonas"));
    expect(run.said(approval).at(-1)).toContain("@demo-ines and @demo-sofia, it is your turn");
    expect(stateOfRun()).toBe("open");
    then(() => run.comment(approval, "demo-ines", "/approve"));
    then(() => run.comment(approval, "demo-sofia", "/approve"));
    expect(stateOfRun()).toBe("closed");
  });

  test("is closed again with a word when only its issue is opened", () => {
    then(() => run.reopen(1, "demo-tom"));
    expect(stateOfRun()).toBe("closed");
    expect(said()).toContain("@demo-tom, every step of this run is done");
  });
});

test("a step that is opened in a cancelled run is closed again, and tells what to open instead", () => {
  const outline = run.step("Write the outline").number;
  const words =
    "@demo-jonas, the run that this belongs to has been cancelled, so I have closed this again. To go on with it, open #1: I take that run up where it stopped.";
  then(() => run.comment(1, "demo-tom", "/cancel The product is not coming"));
  then(() => run.reopen(outline, "demo-jonas"));
  expect(run.step("Write the outline").state).toBe("closed");
  expect(run.said(outline).at(-1)).toBe(words);
  then(() => run.reopen(1, "demo-tom"));
  expect(run.step("Write the outline").state).toBe("open");
  expect(run.said(outline).filter((said) => said === words)).toHaveLength(1);
});
