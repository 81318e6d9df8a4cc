import { describe, expect, test } from "vitest";
import { createWorkCalendar, parseDateRange } from "../../../core/calendar/index.ts";
import { publicHolidaysOf } from "../../../core/holidays/index.ts";
import type { PlanRequest, RunPlan } from "../../../core/plan/index.ts";
import { date, planOf, processOf } from "../../builders.ts";

/** The due dates of a plan by step, with the planned start in front where it is asked for. */
function duesOf(plan: RunPlan): Record<string, string> {
  return Object.fromEntries(plan.tasks.map(({ step, dueDate }) => [step, dueDate]));
}

function startsOf(plan: RunPlan): Record<string, string> {
  return Object.fromEntries(plan.tasks.map(({ step, plannedStart }) => [step, plannedStart]));
}

const zurich = createWorkCalendar({
  workweek: [1, 2, 3, 4, 5],
  publicHolidays: publicHolidaysOf({ country: "CH", region: "ZH" }),
  closed: [parseDateRange("2026-12-24..2027-01-02") ?? expect.unreachable()],
});

/** The schedule of the source text's blog post, from T-30 to the day itself. */
const blogPost = processOf(`anchor: Publish date
steps:
  - { id: idea, title: Settle the idea, role: editor, due: -30d }
  - { id: keywords, title: Choose the keywords, role: author, due: -25d }
  - { id: outline, title: Write the outline, role: author, due: -20d }
  - { id: approve, title: Approve the outline, kind: approval, approvers: editor, due: -15d }
  - { id: draft, title: Write the draft, role: author, due: -10d }
  - { id: images, title: Make the images, role: author, due: -5d }
  - { id: social, title: Prepare the posts, role: editor, due: -4d, after: draft }
  - { id: publish, title: Publish, role: author, after: [images, social], due: 0d }`);

describe("dates from an anchor", () => {
  test("count back, and move to the business day before", () => {
    const plan = planOf(blogPost, { anchorDate: date("2026-12-18"), calendar: zurich });
    expect(duesOf(plan)).toEqual({
      idea: "2026-11-18",
      keywords: "2026-11-23",
      outline: "2026-11-27",
      approve: "2026-12-03",
      draft: "2026-12-08",
      images: "2026-12-11",
      social: "2026-12-14",
      publish: "2026-12-18",
    });
    expect(plan).toMatchObject({ startDate: "2026-11-17", leadTimeBusinessDays: 22, warnings: [] });
  });

  test("count back over Easter, a closure and a year end", () => {
    const process = processOf(`anchor: Day
steps:
  - { id: first, title: First part, role: author, due: -3bd }
  - { id: last, title: Last part, role: author, due: 0d }`);
    const dueOn = (anchorDate: string) =>
      duesOf(planOf(process, { anchorDate: date(anchorDate), calendar: zurich }))["first"];
    expect(dueOn("2026-04-08")).toBe("2026-04-01");
    expect(dueOn("2027-01-05")).toBe("2026-12-22");
    expect(dueOn("2028-03-02")).toBe("2028-02-28");
  });
});

describe("dates without an offset", () => {
  test("follow the last step waited for, by the planned length or one business day", () => {
    const process = processOf(`steps:
  - { id: draft, title: Write the draft, role: author, duration: 3bd }
  - { id: read, title: Read it, role: editor }
  - { id: images, title: Make the images, role: author, after: draft, duration: 5bd }
  - { id: ready, title: Ready, kind: checkpoint, after: [read, images] }`);
    const plan = planOf(process, { anchorDate: date("2026-03-06") });
    expect(duesOf(plan)).toEqual({
      draft: "2026-03-11",
      read: "2026-03-12",
      images: "2026-03-18",
      ready: "2026-03-18",
    });
    expect(startsOf(plan)).toMatchObject({ draft: "2026-03-06", read: "2026-03-11", ready: "2026-03-18" });
  });

  test("count from today where the anchor date is another than the start", () => {
    const process = processOf(`anchor: Fair opens
steps:
  - { id: book, title: Book the stand, role: author, duration: 2bd }
  - { id: build, title: Build the stand, role: author, due: -1d }`);
    expect(duesOf(planOf(process, { today: date("2026-03-02") }))).toEqual({
      book: "2026-03-04",
      build: "2026-05-29",
    });
  });

  test("with both, the work begins its length before it is due", () => {
    const process = processOf(`anchor: Day
steps:
  - { id: build, title: Build it, role: author, due: -1bd, duration: 4bd }
  - { id: show, title: Show it, role: author, due: 0d }`);
    expect(startsOf(planOf(process, { anchorDate: date("2026-06-05") }))["build"]).toBe("2026-05-29");
  });

  test("with both, the work begins its length before it is due, whenever what it waits for is over", () => {
    const process = processOf(`anchor: Day
steps:
  - { id: plan, title: Plan it, role: author, due: -20bd }
  - { id: build, title: Build it, role: author, due: -1bd, duration: 4bd }
  - { id: show, title: Show it, role: author, due: 0d }`);
    expect(startsOf(planOf(process, { anchorDate: date("2026-06-05") }))).toEqual({
      plan: "2026-05-07",
      build: "2026-05-29",
      show: "2026-06-04",
    });
  });
});

describe("slack and the critical path", () => {
  const parallel = processOf(`steps:
  - { id: brief, title: Write the brief, role: author, duration: 1bd }
  - { id: long, title: The long way, role: author, duration: 5bd }
  - { id: short, title: The short way, role: editor, after: brief, duration: 2bd }
  - { id: end, title: Put together, role: author, after: [long, short], duration: 1bd }`);

  test("what is not on the longest chain may slip", () => {
    const { tasks } = planOf(parallel, { anchorDate: date("2026-03-02") });
    expect(tasks.map(({ step, slackBusinessDays, critical }) => [step, slackBusinessDays, critical])).toEqual(
      [
        ["brief", 0, true],
        ["long", 0, true],
        ["short", 3, false],
        ["end", 0, true],
      ],
    );
  });

  test("time between two due offsets is waiting, which a step may use up; the day of the anchor slips for nobody", () => {
    const webinar = processOf(`anchor: Date of the webinar
steps:
  - { id: page, title: Build the page, role: author, due: -20bd }
  - { id: posts, title: Ask for posts, role: editor, due: -10bd }
  - { id: invites, title: Send invitations, role: editor, after: page, due: -1bd }
  - { id: day, title: Hold the webinar, role: author, after: [posts, invites], due: 0d }
  - { id: list, title: Upload the list, role: editor, due: +1bd }
  - { id: thanks, title: Say thank you, role: editor, after: day, due: +5bd }`);
    const { tasks } = planOf(webinar, { anchorDate: date("2027-05-13") });
    expect(Object.fromEntries(tasks.map(({ step, slackBusinessDays }) => [step, slackBusinessDays]))).toEqual(
      { page: 9, posts: 9, invites: 0, day: 0, list: 4, thanks: 0 },
    );
  });

  test("two steps for one day were agreed to be done on that day", () => {
    const { tasks } = planOf(
      processOf(`anchor: Day
steps:
  - { id: publish, title: Publish the post, role: author, due: -1bd }
  - { id: tell, title: Tell the team, role: editor, due: -1bd }
  - { id: end, title: Look back, role: editor, due: 0d }`),
    );
    expect(tasks.map(({ slackBusinessDays }) => slackBusinessDays)).toEqual([0, 0, 0]);
  });

  test("a step nobody waits for may slip to the end of the run", () => {
    const { tasks } = planOf(
      processOf(`steps:
  - { id: draft, title: Write the draft, role: author, duration: 1bd }
  - { id: note, title: Note the figures, role: editor, after: [], duration: 1bd }
  - { id: send, title: Send the draft, role: author, after: draft, duration: 4bd }`),
      { anchorDate: date("2026-03-02") },
    );
    expect(Object.fromEntries(tasks.map(({ step, slackBusinessDays }) => [step, slackBusinessDays]))).toEqual(
      {
        draft: 0,
        note: 4,
        send: 0,
      },
    );
  });
});

describe("warnings", () => {
  const idsOf = ({ warnings }: RunPlan) => warnings.map(({ id, step }) => `${id} ${step ?? "-"}`);
  const oneStep = processOf(`anchor: Day
steps:
  - { id: draft, title: Write the draft, role: author, due: 0d }`);

  test("past-due, with the earliest date that works", () => {
    const plan = planOf(blogPost, {
      anchorDate: date("2026-12-18"),
      today: date("2026-12-01"),
      calendar: zurich,
    });
    expect(idsOf(plan)).toEqual(["past-due idea", "past-due keywords", "past-due outline"]);
    expect(plan.earliestAnchorDate).toBe("2027-01-04");
    const later = planOf(blogPost, {
      anchorDate: plan.earliestAnchorDate,
      today: date("2026-12-01"),
      calendar: zurich,
    });
    expect(idsOf(later)).toEqual([]);
  });

  test("non-business-anchor", () => {
    const plan = planOf(oneStep, { anchorDate: date("2026-12-25"), calendar: zurich });
    expect(plan.warnings).toEqual([
      {
        id: "non-business-anchor",
        step: null,
        message: "The day, Friday 25 December 2026, is not a business day.",
      },
    ]);
    expect(plan.tasks[0]?.dueDate).toBe("2026-12-25");
  });

  test("too-tight, when holidays bring two dates together the wrong way round", () => {
    const process = processOf(`anchor: Day
steps:
  - { id: draft, title: Write the draft, role: author, due: -7d }
  - { id: read, title: Read the draft, role: editor, due: -5bd }
  - { id: send, title: Send the draft, role: author, due: 0d }`);
    expect(idsOf(planOf(process, { anchorDate: date("2026-05-08"), calendar: zurich }))).toEqual([]);
    const easter = planOf(process, { anchorDate: date("2026-04-10"), calendar: zurich });
    expect(duesOf(easter)).toMatchObject({ draft: "2026-04-02", read: "2026-04-01" });
    expect(easter.warnings).toEqual([
      {
        id: "too-tight",
        step: "read",
        message:
          "“Read the draft” is due on Wednesday 1 April 2026, before “Write the draft” which it waits for.",
      },
    ]);
  });

  test("too-tight, naming what is due later of all that is waited for", () => {
    const process = processOf(`anchor: Day
steps:
  - { id: draft, title: Write the draft, role: author, due: -20d }
  - { id: images, title: Make the images, role: author, after: [], due: -5d }
  - { id: read, title: Read the draft, role: editor, after: draft, due: -3d }
  - { id: send, title: Send the draft, role: author, after: [draft, images, read], due: 0d }`);
    const send = {
      ...(process.steps[3] ?? expect.unreachable()),
      dueOffset: { amount: -7, unit: "d" as const },
    };
    const plan = planOf({ ...process, steps: [...process.steps.slice(0, 3), send] });
    expect(plan.warnings.map(({ message }) => message)).toEqual([
      "“Send the draft” is due on Monday 25 May 2026, before “Make the images” and “Read the draft” which it waits for.",
    ]);
  });

  test.each([
    ["nobody is away", {}, ["demo-lena"], []],
    ["the first is away", { "demo-lena": "2026-06-01" }, ["demo-sofia"], ["absent draft"]],
    [
      "all are away, so the first keeps it",
      { "demo-lena": "2026-06-01", "demo-sofia": "2026-06-01" },
      ["demo-lena"],
      ["absent draft"],
    ],
    ["only the deputy is away", { "demo-sofia": "2026-06-01" }, ["demo-lena"], []],
  ])("absent: %s", (_what, away, assignees, warnings) => {
    const absences = new Map(
      Object.entries(away).map(([login, day]) => [login, [parseDateRange(day) ?? expect.unreachable()]]),
    );
    const process = processOf(`anchor: Day
steps:
  - { id: draft, title: Write the draft, role: editor, due: 0d }`);
    const plan = planOf(process, { absences });
    expect(plan.tasks[0]?.assignees).toEqual(assignees);
    expect(idsOf(plan)).toEqual(warnings);
  });

  test("role-without-people", () => {
    const roles = new Map([["author", { id: "author", title: "Author", people: [], deputies: [] }]]);
    const plan = planOf(oneStep, { roles });
    expect(idsOf(plan)).toEqual(["role-without-people draft"]);
    expect(plan.tasks[0]?.assignees).toEqual([]);
  });

  test("people named for this run come first", () => {
    const plan = planOf(oneStep, { peopleByRole: new Map([["author", ["demo-guest"]]]) });
    expect(plan.tasks[0]?.assignees).toEqual(["demo-guest"]);
  });

  test("a deputy does it when nobody is named", () => {
    const roles = new Map([
      ["author", { id: "author", title: "Author", people: [], deputies: ["demo-ben"] }],
    ]);
    expect(planOf(oneStep, { roles }).tasks[0]?.assignees).toEqual(["demo-ben"]);
  });

  const busy = (steps: number) =>
    processOf(`anchor: Day
steps:
${Array.from({ length: steps }, (_, index) => `  - { id: part-${index}, title: Part ${index}, role: author, after: [], due: 0d }`).join("\n")}`);

  test.each([
    [5, undefined],
    [6, "demo-jonas has 6 steps due on Monday 1 June 2026."],
  ])("overload: %i steps on one day", (steps, message) => {
    expect(planOf(busy(steps)).warnings.map((warning) => warning.message)).toEqual(message ? [message] : []);
  });

  test("overload, counted across the other runs given", () => {
    const same = planOf(busy(3)).tasks;
    const nextDay = planOf(busy(2), { anchorDate: date("2026-06-02") }).tasks;
    expect(
      planOf(busy(3), { elsewhere: [...same, ...nextDay] }).warnings.map(({ message }) => message),
    ).toEqual(["demo-jonas has 6 steps due on Monday 1 June 2026, 3 of them in other runs."]);
    expect(planOf(busy(3), { elsewhere: nextDay }).warnings).toEqual([]);
  });
});

describe("decisions and conditions", () => {
  test("what follows a decision that is left out is left out with it, and what follows that", () => {
    const process = processOf(`ask: [{ id: large, label: Large, type: yes-no }]
steps:
  - { id: brief, title: Write the brief, role: author }
  - { id: route, title: Build or buy, kind: decision, role: editor, options: [build, buy], when: { large: yes } }
  - { id: maker, title: Who builds it, kind: decision, role: editor, options: [us, them], when: { route: build } }
  - { id: order, title: Place the order, role: author, when: { maker: { not: us } } }
  - { id: end, title: Hand it over, role: author }`);
    const left = planOf(process, { answers: new Map([["large", "no"]]) }).tasks.map(({ step }) => step);
    expect(left).toEqual(["brief", "end"]);
  });

  const branches = processOf(`ask:
  - { id: budget, label: Budget, type: number }
steps:
  - { id: brief, title: Write the brief, role: author }
  - { id: route, title: Build or buy, kind: decision, role: editor, options: [build, buy] }
  - { id: build, title: Build it, role: author, duration: 5bd, when: { route: build } }
  - { id: buy, title: Buy it, role: editor, after: route, duration: 2bd, when: { route: buy } }
  - { id: sign, title: Sign the order, role: editor, after: buy, when: { route: buy, budget: ">= 10000" } }
  - { id: end, title: Hand it over, role: author, after: [build, buy, sign] }`);
  const plan = (answers: Record<string, string>) => {
    const request: Partial<PlanRequest> = {
      anchorDate: date("2026-03-02"),
      answers: new Map(Object.entries(answers)),
    };
    return planOf(branches, request).tasks;
  };
  const told = (answers: Record<string, string>) =>
    plan(answers).map(({ step, conditional }) => `${step}${conditional ? "?" : ""}`);

  test.each([
    [{}, ["brief", "route", "build?", "buy?", "sign?", "end"]],
    [{ route: "build" }, ["brief", "route", "build", "end"]],
    [{ route: "Build" }, ["brief", "route", "build", "end"]],
    [{ route: "buy" }, ["brief", "route", "buy", "sign?", "end"]],
    [{ route: "buy", budget: "10000" }, ["brief", "route", "buy", "sign", "end"]],
    [{ route: "buy", budget: "9999.99" }, ["brief", "route", "buy", "end"]],
    [{ budget: "5" }, ["brief", "route", "build?", "buy?", "end"]],
  ])("%j leaves %j", (answers, steps) => {
    expect(told(answers)).toEqual(steps);
  });

  test("what is left out is replaced by what it would have waited for", () => {
    const end = plan({ route: "buy", budget: "5" }).find(({ step }) => step === "end");
    expect(end?.dependsOn).toEqual(["buy", "route"]);
    const chain = processOf(`ask: [{ id: print, label: Print, type: yes-no }]
steps:
  - { id: draft, title: Write the draft, role: author }
  - { id: paper, title: Order the paper, role: author, when: { print: yes } }
  - { id: press, title: Print it, role: author, when: { print: yes } }
  - { id: send, title: Send the draft, role: editor }`);
    const { tasks } = planOf(chain, { answers: new Map([["print", "no"]]) });
    expect(tasks.map(({ step, dependsOn }) => [step, dependsOn])).toEqual([
      ["draft", []],
      ["send", ["draft"]],
    ]);
  });
});

test("a run that leaves every step out starts and ends on its anchor date", () => {
  const process = processOf(`ask: [{ id: wanted, label: Wanted, type: yes-no }]
steps:
  - { id: draft, title: Write the draft, role: author, when: { wanted: yes } }`);
  expect(planOf(process, { answers: new Map([["wanted", "no"]]) })).toMatchObject({
    startDate: "2026-06-01",
    tasks: [],
    warnings: [],
  });
});

test("the revision a plan was made from is told", () => {
  expect(planOf(blogPost).revision).toBe("");
  expect(planOf(blogPost, { revision: "4f1c" }).revision).toBe("4f1c");
});
