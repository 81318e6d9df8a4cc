import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { monthlyReport } from "../builders.ts";
import { articleHandbook, formBody, openTestWorld, type TestWorld } from "./world.ts";

/*
 * Whoever pastes a start form into a step asks for no run there: the step stays one of the run it belongs to, which hears at once
 * whatever is done to it.
 */

const form = formBody({ Process: "article", "Publish date": "2027-03-12", People: "" });

let world: TestWorld;
let run: number;

const files = new Map(
  articleHandbook([
    "id: draft, title: Write the draft, role: author, due: -5d",
    "id: publish, title: Publish, role: editor, due: 0d",
  ]),
);
// A heading of the instructions that reads like the first question of a start form.
files.set(
  "content/article.mdx",
  `${files.get("content/article.mdx")}\n## Publish\n\n### Process\n\narticle\n`,
);

beforeEach(async () => {
  world = await openTestWorld({ now: "2026-11-02T09:00:00Z", files });
  const body = formBody({ Process: "article", "Publish date": "2027-01-29", People: "" });
  run = await world.as("demo-lena").open("Article: Rails", body, ["handrail:run"]);
});
afterEach(async () => {
  expect(world.sandbox.defects()).toEqual([]);
  await world.close();
});

async function addByHand(): Promise<number> {
  const jonas = world.as("demo-jonas");
  const issue = await jonas.open("Buy flowers", "Red ones.");
  await jonas.addSubIssue(run, issue);
  return issue;
}

async function paste(step: number): Promise<void> {
  const body = world.sandbox.state.issues.get(step)?.body ?? "";
  await world.as("demo-jonas").edit(step, `${body}\n\n${form}`);
}

const steps: readonly (readonly [string, () => Promise<number>])[] = [
  ["a step of the bot", () => world.numberOf("Write the draft")],
  ["a step added by hand", addByHand],
];

describe.each(steps)("%s with a start form in its text", (_name, find) => {
  let step: number;

  beforeEach(async () => {
    step = await find();
    await paste(step);
  });

  test("is told nothing of a start, and bears no label of a run", async () => {
    const { comments, labels } = await world.issue(step);
    expect(comments.join()).not.toMatch(/The plan for|has not begun|Nothing has been created/);
    expect(labels).toEqual(["handrail:step"]);
  });

  test.each([
    ["/done It went well", { state: "closed", stateReason: "completed" }],
    ["/skip Nobody needs it", { state: "closed", stateReason: "not_planned" }],
    ["/hand-to @demo-sofia She knows it", { assignees: ["demo-sofia"] }],
  ])("is obeyed as a step at once: %s", async (command, outcome) => {
    await world.as("demo-jonas").comment(step, command);
    expect(await world.issue(step)).toMatchObject(outcome);
    const answers = (await world.issue(step)).comments.join();
    expect(answers).not.toContain("has not begun");
  });

  test("is closed and opened again as a step", async () => {
    await world.as("demo-jonas").close(step);
    expect(await world.status(run)).toMatch(/1 of \d steps done/);
    await world.as("demo-jonas").reopen(step);
    expect(await world.status(run)).toMatch(/0 of \d steps done/);
  });

  test("is handed on by assigning somebody else, and stays so when the label of a run is put on", async () => {
    await world.as("demo-jonas").comment(step, "She knows it better.");
    await world.as("demo-jonas").assign(step, ["demo-sofia"]);
    await world.as("demo-jonas").label(step, "handrail:run");
    expect(await world.status(run)).toMatch(new RegExp(`#${step} [^|]*\\| demo-sofia`));
    expect((await world.issue(step)).comments.join()).not.toMatch(/The plan for|has not begun/);
  });

  test("holds no other start up: there is no run for its day", async () => {
    await world.as("demo-jonas").label(step, "handrail:run");
    const other = await world.as("demo-lena").open("Article: Trains", form, ["handrail:run"]);
    expect(await world.status(other)).toContain("0 of 2 steps done");
  });

  test("leaves nothing to do for a look at it or for a sweep", async () => {
    const before = await world.issues();
    await world.lookAlone(step);
    await world.moveTo("2026-11-02T10:00:00Z");
    expect(await world.issues()).toEqual(before);
  });
});

describe("a step added by hand before the run above has heard of it", () => {
  let step: number;

  beforeEach(async () => {
    world.sandbox.addFaults([{ kind: "webhook", effect: "lose", times: null }]);
    step = await addByHand();
  });

  async function heardOnly(act: () => Promise<void>): Promise<void> {
    world.sandbox.clearFaults();
    await act();
  }

  test.each<readonly [string, () => Promise<void>]>([
    ["its text", () => heardOnly(() => paste(step))],
    ["its label", () => heardOnly(() => world.as("demo-jonas").label(step, "handrail:run"))],
    [
      "its text, after its label",
      async () => {
        await world.as("demo-jonas").label(step, "handrail:run");
        await heardOnly(() => paste(step));
      },
    ],
    [
      "its label, after its text",
      async () => {
        await paste(step);
        await heardOnly(() => world.as("demo-jonas").label(step, "handrail:run"));
      },
    ],
    [
      "neither, but found by a sweep",
      async () => {
        await world.as("demo-jonas").label(step, "handrail:run");
        await paste(step);
        await heardOnly(() => world.moveTo("2026-11-02T10:00:00Z"));
      },
    ],
    [
      "a command",
      async () => {
        await world.as("demo-jonas").label(step, "handrail:run");
        await paste(step);
        await heardOnly(() => world.as("demo-jonas").comment(step, "/hand-to @demo-sofia She knows it"));
      },
    ],
  ])("is told once that it is a step, and nothing else: %s", async (_name, bend) => {
    await bend();
    await world.moveTo("2026-11-02T11:00:00Z");
    const { comments } = await world.issue(step);
    expect(comments.filter((words) => words.includes("This is a step of"))).toHaveLength(1);
    expect(comments.join()).not.toMatch(/The plan for|has not begun|Nothing has been created|Expected/);
    expect(await world.status(run)).toContain(`#${step}`);
  });

  test("is a step to the plans of other starts as well", async () => {
    await world.as("demo-jonas").label(step, "handrail:run");
    await paste(step);
    world.sandbox.clearFaults();
    const other = await world.as("demo-lena").open("Article: Trains", form, ["handrail:run"]);
    expect(await world.status(other)).toContain("0 of 2 steps done");
  });
});

test.each(steps)(
  "%s with form and label keeps no start of the calendar from being opened",
  async (_name, find) => {
    const step = await find();
    const report = formBody({ Process: "report", "Start date": "2026-11-03", People: "" });
    await world.as("demo-jonas").edit(step, `${world.sandbox.state.issues.get(step)?.body}\n\n${report}`);
    await world.as("demo-jonas").label(step, "handrail:run");
    await world.commit(
      "content/report.mdx",
      monthlyReport(["id: collect, title: Collect the figures, role: author, due: +2d"]),
    );
    await world.moveTo("2026-11-02T10:00:00Z");
    expect(await world.numberOf("Report: ")).toBeGreaterThan(step);
  },
);

test("a start that somebody puts below an issue that is no run is answered as a start", async () => {
  world.sandbox.addFaults([{ kind: "webhook", effect: "lose", times: null }]);
  const jonas = world.as("demo-jonas");
  const above = await jonas.open("Not a run", "Only words.");
  const issue = await jonas.open("Article: Trains", "Red ones.");
  await jonas.addSubIssue(above, issue);
  world.sandbox.clearFaults();
  await paste(issue);
  expect(await world.status(issue)).toContain("0 of 2 steps done");
});

test("a step whose instructions read like a form is a step", async () => {
  const publish = await world.numberOf("Publish");
  expect((await world.issue(publish)).body).toContain("### Process\n\narticle");
  await world.as("demo-lena").comment(publish, "/hand-to @demo-sofia She knows it");
  expect(await world.issue(publish)).toMatchObject({ assignees: ["demo-sofia"] });
});

test("a run that somebody puts below another one is answered once, as the run it is", async () => {
  const jonas = world.as("demo-jonas");
  const other = await jonas.open("Article: Trains", form, ["handrail:run"]);
  await jonas.addSubIssue(run, other);
  await jonas.comment(other, "/done");
  await world.moveTo("2026-11-02T10:00:00Z");
  const { comments, state } = await world.issue(other);
  expect(comments.slice(comments.indexOf("demo-jonas: /done") + 1)).toHaveLength(1);
  expect(state).toBe("open");
});
