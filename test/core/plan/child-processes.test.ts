import { describe, expect, test } from "vitest";
import { defineHandbook, type ProcessDefinition, parseHandbook } from "../../../core/definition/index.ts";
import type { PlanRequest } from "../../../core/plan/index.ts";
import { exampleHandbook } from "../../../core/rules/index.ts";
import { date, handbookOf, planOf } from "../../builders.ts";

const post = `title: Publish a post
anchor: Publish date
ask:
  - { id: channel, label: Channel, type: choice, options: [blog, press] }
steps:
  - { id: draft, title: Write the draft, role: author, due: -5bd }
  - { id: press, title: Ask the press office, role: editor, due: -3bd, when: { channel: press } }
  - { id: live, title: Publish the post, role: author, due: 0d }`;

/** The plan of a launch whose step `post` starts the post's process; the launch's steps are given. */
function planLaunch(steps: string, request: Partial<PlanRequest> = {}) {
  const files = exampleHandbook({
    process: `anchor: Launch date\n${steps}`,
    others: { "content/post.mdx": post },
  });
  const { processes } = handbookOf(files);
  return planOf(processes.get("example") as ProcessDefinition, { processes, ...request });
}

const launch = `steps:
  - { id: page, title: Build the page, role: author, due: -10bd }
  - { id: post, title: Publish the post, kind: process, process: post, due: -2bd }
  - { id: party, title: Celebrate, role: editor, due: 0d }`;

describe("a child process is part of the whole", () => {
  test("its anchor date is the due date of the step that starts it", () => {
    const { tasks } = planLaunch(launch, { anchorDate: date("2026-06-12") });
    expect(tasks.map(({ step, dueDate, dependsOn }) => [step, dueDate, dependsOn])).toEqual([
      ["page", "2026-05-29", []],
      ["post/draft", "2026-06-03", ["page"]],
      ["post/press", "2026-06-05", ["post/draft"]],
      ["post/live", "2026-06-10", ["post/press"]],
      ["post", "2026-06-10", ["page", "post/live"]],
      ["party", "2026-06-12", ["post"]],
    ]);
  });

  test("its questions are its own", () => {
    const stepsOf = (answers: Record<string, string>) =>
      planLaunch(launch, { answers: new Map(Object.entries(answers)) }).tasks.map(
        ({ step, conditional }) => `${step}${conditional ? "?" : ""}`,
      );
    expect(stepsOf({})).toContain("post/press?");
    expect(stepsOf({ channel: "blog" })).toContain("post/press?");
    expect(stepsOf({ "post/channel": "press" })).toContain("post/press");
    expect(stepsOf({ "post/channel": "blog" })).not.toContain("post/press");
  });

  test("its warnings count", () => {
    const { warnings, earliestAnchorDate } = planLaunch(launch, {
      anchorDate: date("2026-06-12"),
      today: date("2026-06-04"),
    });
    expect(warnings.map(({ id, step }) => `${id} ${step}`)).toEqual(["past-due page", "past-due post/draft"]);
    expect(earliestAnchorDate).toBe("2026-06-18");
  });

  test("it is conditional when the step that starts it is", () => {
    const { tasks } = planLaunch(`ask: [{ id: loud, label: Loud, type: yes-no }]
steps:
  - { id: post, title: Publish the post, kind: process, process: post, due: -2bd, when: { loud: yes } }
  - { id: party, title: Celebrate, role: editor, due: 0d }`);
    expect(tasks.map(({ step, conditional }) => [step, conditional])).toEqual([
      ["post/draft", true],
      ["post/press", true],
      ["post/live", true],
      ["post", true],
      ["party", false],
    ]);
  });

  test("it is left out with the step that starts it", () => {
    const { tasks } = planLaunch(
      `ask: [{ id: loud, label: Loud, type: yes-no }]
steps:
  - { id: post, title: Publish the post, kind: process, process: post, due: -2bd, when: { loud: yes } }
  - { id: party, title: Celebrate, role: editor, due: 0d }`,
      { answers: new Map([["loud", "no"]]) },
    );
    expect(tasks.map(({ step, dependsOn }) => [step, dependsOn])).toEqual([["party", []]]);
  });

  test("without a due date, the step is due when its own length and its child process are over", () => {
    const planWith = (duration: string) =>
      Object.fromEntries(
        planLaunch(
          `steps:
  - { id: page, title: Build the page, role: author, due: -20bd }
  - { id: post, title: Publish the post, kind: process, process: post, duration: ${duration} }
  - { id: party, title: Celebrate, role: editor, due: 0d }`,
          { anchorDate: date("2026-06-26") },
        ).tasks.map(({ step, dueDate }) => [step, dueDate]),
      );
    expect(planWith("10bd")).toEqual({
      page: "2026-05-29",
      "post/draft": "2026-06-05",
      "post/press": "2026-06-09",
      "post/live": "2026-06-12",
      post: "2026-06-12",
      party: "2026-06-26",
    });
  });

  test("without due dates, the step is due when the longer of the two is over, its own length or its child process", () => {
    const planWith = (duration: string) => {
      const files = exampleHandbook({
        process: `anchor: Day
steps:
  - { id: page, title: Build the page, role: author, due: -20bd }
  - { id: post, title: Publish the post, kind: process, process: short, duration: ${duration} }
  - { id: party, title: Celebrate, role: editor, due: 0d }`,
        others: {
          "content/short.mdx":
            "steps:\n  - { id: draft, title: Write the draft, role: author, duration: 3bd }\n  - { id: live, title: Publish the draft, role: author }",
        },
      });
      const { processes } = handbookOf(files);
      const plan = planOf(processes.get("example") as ProcessDefinition, {
        processes,
        anchorDate: date("2026-06-26"),
      });
      return plan.tasks.slice(1, 4).map(({ step, dueDate }) => [step, dueDate]);
    };
    expect(planWith("1bd")).toEqual([
      ["post/draft", "2026-06-03"],
      ["post/live", "2026-06-04"],
      ["post", "2026-06-04"],
    ]);
    expect(planWith("8bd").at(-1)).toEqual(["post", "2026-06-10"]);
  });

  test("without dates of its own, the step leaves room for the days its child process counts back", () => {
    const { tasks, warnings } = planLaunch(
      `steps:
  - { id: page, title: Build the page, role: author, due: -20bd }
  - { id: post, title: Publish the post, kind: process, process: post }
  - { id: party, title: Celebrate, role: editor, due: 0d }`,
      { anchorDate: date("2026-06-26") },
    );
    expect(tasks.map(({ step, plannedStart, dueDate }) => [step, plannedStart, dueDate])).toEqual([
      ["page", "2026-05-28", "2026-05-29"],
      ["post/draft", "2026-05-29", "2026-06-01"],
      ["post/press", "2026-06-02", "2026-06-03"],
      ["post/live", "2026-06-05", "2026-06-08"],
      ["post", "2026-05-29", "2026-06-08"],
      ["party", "2026-06-25", "2026-06-26"],
    ]);
    expect(warnings).toEqual([]);
  });

  test("a child process may take as long as the step that starts it", () => {
    const files = exampleHandbook({
      process:
        "steps:\n  - { id: post, title: Publish the post, kind: process, process: short, duration: 4bd }\n  - { id: party, title: Celebrate, role: editor }",
      others: {
        "content/short.mdx": "steps:\n  - { id: draft, title: Write the draft, role: author, duration: 1bd }",
      },
    });
    const { processes } = handbookOf(files);
    const { tasks } = planOf(processes.get("example") as ProcessDefinition, { processes });
    expect(tasks.map(({ step, slackBusinessDays }) => [step, slackBusinessDays])).toEqual([
      ["post/draft", 3],
      ["post", 0],
      ["party", 0],
    ]);
  });

  test("answers to other questions are not its own", () => {
    const { tasks } = planLaunch(launch, {
      answers: new Map([
        ["page/channel", "blog"],
        ["abcd/channel", "blog"],
      ]),
    });
    expect(tasks.map(({ step }) => step)).toContain("post/press");
  });

  test("a process that leads back to itself is followed five deep", () => {
    const step = "steps:\n  - { id: again, title: Do it again, kind: process, process: example }";
    const parsed = parseHandbook(exampleHandbook({ process: step }));
    const { processes } = defineHandbook(parsed, () => true);
    const { tasks } = planOf(processes.get("example") as ProcessDefinition, { processes });
    expect(tasks.map((task) => task.step.split("/").length)).toEqual([6, 5, 4, 3, 2, 1]);
  });

  test("a child that ends after the step is due is told as too tight", () => {
    const files = exampleHandbook({
      process:
        "anchor: Day\nsteps:\n  - { id: post, title: Publish the post, kind: process, process: late, due: 0d }",
      others: {
        "content/late.mdx":
          "anchor: Publish date\nsteps:\n  - { id: after, title: Look at the figures, role: author, due: +5bd }",
      },
    });
    const { processes } = handbookOf(files);
    const plan = planOf(processes.get("example") as ProcessDefinition, { processes });
    expect(plan.warnings.map(({ id, step }) => `${id} ${step}`)).toEqual(["too-tight post"]);
    expect(plan.tasks.map(({ step, dueDate }) => [step, dueDate])).toEqual([
      ["post/after", "2026-06-08"],
      ["post", "2026-06-01"],
    ]);
  });

  test("a child that would be late on any day does not keep a day from being found for the rest", () => {
    const files = exampleHandbook({
      process: `anchor: Day
steps:
  - { id: post, title: Publish the post, kind: process, process: early, duration: 1bd }
  - { id: talk, title: Give the talk, role: author, after: [], due: -5bd }`,
      others: {
        "content/early.mdx":
          "anchor: Publish date\nsteps:\n  - { id: book, title: Book the printer, role: author, due: -20d }",
      },
    });
    const { processes } = handbookOf(files);
    const plan = planOf(processes.get("example") as ProcessDefinition, {
      processes,
      anchorDate: date("2026-03-05"),
    });
    expect(plan.warnings.map(({ id, step }) => `${id} ${step}`)).toEqual([
      "past-due post/book",
      "past-due talk",
    ]);
    expect(plan.earliestAnchorDate).toBe("2026-03-09");
  });

  test("a child that is not there is planned as one step", () => {
    const { tasks } = planLaunch(launch, { processes: new Map() });
    expect(tasks.map(({ step }) => step)).toEqual(["page", "post", "party"]);
  });

  test("a child of a child counts from its own step", () => {
    const steps = (inner: string) =>
      `anchor: Day\nsteps:\n  - { id: inner, title: Begin the next, kind: process, process: ${inner}, due: -1w }`;
    const files = exampleHandbook({
      process: steps("second"),
      others: {
        "content/second.mdx": steps("third"),
        "content/third.mdx": post.replace("title: Publish a post\n", ""),
      },
    });
    const { processes } = handbookOf(files);
    const plan = planOf(processes.get("example") as ProcessDefinition, {
      processes,
      anchorDate: date("2026-06-26"),
    });
    expect(plan.tasks.map(({ step, dueDate }) => [step, dueDate])).toEqual([
      ["inner/inner/draft", "2026-06-05"],
      ["inner/inner/press", "2026-06-09"],
      ["inner/inner/live", "2026-06-12"],
      ["inner/inner", "2026-06-12"],
      ["inner", "2026-06-19"],
    ]);
  });
});

describe("a step that waits for one of a process beside its own", () => {
  const programme = `title: Lead the programme
anchor: Announced on
ask:
  - { id: talks, label: Talks, type: list }
  - { id: paid, label: Paid, type: yes-no }
steps:
  - { id: choose, title: Choose the talks, role: author, due: -20d }
  - { id: tell-grants, title: Tell grants the speakers, role: author, duration: 4bd, when: { paid: yes } }
  - { id: invite, title: Invite a guest, role: author, each: talks }
  - { id: announce, title: Announce them, role: editor, due: 0d }`;
  const grants = (after: string) => `title: Give grants
anchor: Paid on
steps:
  - { id: list, title: List who asks, role: editor, due: -30d }
  - { id: give, title: Give grants to speakers, role: editor, after: ${after} }
  - { id: pay, title: Pay them, role: editor, due: 0d }`;
  const conference = (steps: string) => `ask:
  - { id: online, label: Online, type: yes-no }
  - { id: tracks, label: Tracks, type: list }
steps:
${steps}`;
  const both = `  - { id: grants, title: Give grants, kind: process, process: grants, due: -5d, after: [] }
  - { id: programme, title: Lead the programme, kind: process, process: programme, due: -10d, after: [] }`;

  function planBoth(answers: Record<string, string>, steps = both, after = "[list, programme/tell-grants]") {
    const files = exampleHandbook({
      process: conference(steps),
      others: { "content/programme.mdx": programme, "content/grants.mdx": grants(after) },
    });
    const { processes } = handbookOf(files);
    return (id = "example", request: Partial<PlanRequest> = {}) =>
      planOf(processes.get(id) as ProcessDefinition, {
        processes,
        answers: new Map(Object.entries(answers)),
        ...request,
      });
  }
  const waits = (plan: ReturnType<typeof planOf>) =>
    plan.tasks.find(({ step }) => step.endsWith("give"))?.dependsOn ?? [];
  const dueOf = (plan: ReturnType<typeof planOf>, step: string) =>
    plan.tasks.find((task) => task.step === step)?.dueDate;

  test.each([
    ["the step itself", { "programme/paid": "yes" }, both, ["grants/list", "programme/tell-grants"]],
    ["an answer not given yet", {}, both, ["grants/list", "programme/tell-grants"]],
    [
      "a step that is left out: those before it",
      { "programme/paid": "no" },
      both,
      ["grants/list", "programme/choose"],
    ],
    [
      "a process that is left out",
      { online: "no" },
      both.replace("due: -10d,", "due: -10d, when: { online: yes },"),
      ["grants/list"],
    ],
    [
      "a process for each item",
      { tracks: "Web\nData", "programme.1/paid": "yes", "programme.2/paid": "no" },
      both.replace("due: -10d,", "due: -10d, each: tracks,"),
      ["grants/list", "programme.1/tell-grants", "programme.2/choose"],
    ],
  ])("waits for %s", (_, answers, steps, expected) => {
    expect(waits(planBoth(answers, steps)())).toEqual(expected);
  });

  test("waits for all of a step that is done for each item of a list", () => {
    const plan = planBoth({ "programme/talks": "Ada\nGrace" }, both, "programme/invite")();
    expect(waits(plan)).toEqual(["programme/invite.1", "programme/invite.2"]);
  });

  test("is dated after it, and comes after it in the plan", () => {
    const plan = planBoth({ "programme/paid": "yes" })();
    expect(dueOf(plan, "programme/tell-grants")).toBe("2026-05-07");
    expect(dueOf(plan, "grants/give")).toBe("2026-05-08");
    const order = plan.tasks.map(({ step }) => step);
    expect(order.indexOf("grants/give")).toBeGreaterThan(order.indexOf("programme/tell-grants"));
  });

  test("does not wait where its process is planned alone, and is dated by what is known of the other", () => {
    const plan = planBoth({});
    expect(waits(plan("grants"))).toEqual(["list"]);
    const siblingEnds = new Map([["programme/tell-grants", date("2026-05-20")]]);
    expect(dueOf(plan("grants", { siblingEnds }), "give")).toBe("2026-05-21");
  });
});
