import { describe, expect, test } from "vitest";
import { planFormats } from "../../scripts/plan/print-plan.ts";
import { widthOf } from "../../scripts/text-width.ts";
import { handbookOf, planOf, planRequest, processOf, shippedFiles } from "../builders.ts";
import { handrail, typed } from "./run-handrail.ts";

const fixture = "--handbook test/fixtures/handbook";
const post = `plan publish-post ${fixture}`;
const webinar = `plan hold-webinar ${fixture}`;

const { config } = handbookOf(new Map([["handbook.yml", "title: Handbook\n"]]));

describe("the table of a plan", () => {
  test.each([
    ["in time", `${post} --anchor 2027-02-12`],
    ["too late", `${post} --anchor 2026-12-18`],
    ["too late with a child process", `${webinar} --anchor 2026-12-18 --set format=recorded`],
    ["on a day that is not worked", `${post} --anchor 2027-03-28 --set channel=blog`],
    ["with a child process", `${webinar} --anchor 2027-02-12 --set format=recorded`],
    [
      "with answers of the child process",
      `${webinar} --anchor 2027-02-12 --set format=live --set post/channel=blog`,
    ],
  ])("%s", async (name, line) => {
    const { code, out, err } = await handrail(typed(line));
    expect({ code, err }).toEqual({ code: 0, err: "" });
    await expect(out).toMatchFileSnapshot(`cases/plan/${name.replaceAll(" ", "-")}.txt`);
  });

  test.each([...handbookOf(shippedFiles()).processes.values()])("of $id fits 80 columns", async ({ id }) => {
    const { out } = await handrail(["plan", id, "--anchor", "2026-12-18"]);
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  test.each([
    ["the names", "Write it", ["demo-katharina", "demo-maximilian"], 23, 31],
    ["the title", "Write down what everybody has to know", ["demo-lena"], 39, 15],
    ["neither, so both are as wide as ever", "Write it", ["demo-lena"], 34, 20],
    ["both, so both are as wide as ever", "Write ".repeat(7).trim(), ["demo-lena", "demo-lucia"], 34, 20],
  ])("gives the room to what needs it: %s", (_what, title, people, step, who) => {
    const roles = ["author", "editor"].slice(0, people.length);
    const definition = processOf(`steps:\n  - { id: draft, title: ${title}, role: [${roles.join(", ")}] }`);
    const peopleByRole = new Map(roles.map((role, index) => [role, people.slice(index, index + 1)]));
    const plan = planOf(definition, { peopleByRole });
    const facts = { ...planRequest(definition), config };
    const rules = planFormats.table(plan, facts).split("\n")[4] ?? "";
    expect(rules.split("  ").map((rule) => rule.length)).toEqual([15, step, who, 5]);
  });

  test("names whoever is outside in place of nobody", () => {
    const definition = processOf("steps:\n  - { id: print, title: Print it, role: author }", {
      roles: "author: { title: Print shop, outside: true }\neditor: { title: Editor, people: [demo-lena] }\n",
    });
    const roles = new Map([
      ["author", { id: "author", title: "Print shop", people: [], deputies: [], isOutside: true as const }],
    ]);
    const request = planRequest(definition, { roles });
    expect(planFormats.table(planOf(definition, { roles }), { ...request, config })).toContain(
      "Print shop (outside)",
    );
  });

  test.each([
    ["letters", "Write the draft and ".repeat(5).slice(0, 95)],
    ["pictures", "🎉".repeat(45)],
    ["families", "👨‍👩‍👧 and ".repeat(8)],
    ["signs of East Asia", "原稿を書く".repeat(12)],
  ])("cuts what is too long, keeps the marks, and breaks no character: %s", (_what, title) => {
    const definition = processOf(`steps:\n  - { id: draft, title: ${title}, role: author }`);
    const plan = planOf(definition, { roles: new Map() });
    const facts = { ...planRequest(definition), config };
    const row = planFormats.table(plan, facts).split("\n")[5] ?? "";
    expect(widthOf(row)).toBe(80);
    expect(row).toMatch(/… \*? +nobody \(author\) +0$/);
    expect(row.isWellFormed()).toBe(true);
  });

  test("says when work should have begun, and a date that works", async () => {
    const { out } = await handrail(typed(`${post} --anchor 2026-12-18`));
    expect(out).toContain("You should have started on Tue 17 Nov 2026.");
    const nearest = /--anchor (\S+)$/m.exec(out)?.[1];
    expect(nearest).toBe("2027-01-04");
    const later = await handrail(typed(`${post} --anchor ${nearest}`));
    expect(later.out).not.toContain("past-due");
    expect(later.out).not.toContain("--anchor");
  });
});

describe("a plan as JSON", () => {
  const read = async (line: string) => JSON.parse((await handrail(typed(`${line} --format json`))).out);

  test("has the keys others rely on, in their order", async () => {
    const plan = await read(`${post} --anchor 2026-12-18`);
    expect(Object.keys(plan).filter((key) => key !== "revision")).toEqual([
      "process",
      "anchorDate",
      "startDate",
      "leadTimeBusinessDays",
      "earliestAnchorDate",
      "tasks",
      "warnings",
    ]);
    const taskKeys = [
      "step",
      "title",
      "kind",
      "roles",
      "assignees",
      "plannedStart",
      "dueDate",
      "dependsOn",
      "conditional",
      "critical",
      "slackBusinessDays",
    ];
    expect(plan.tasks.map((task: object) => Object.keys(task).slice(0, taskKeys.length))).toEqual(
      plan.tasks.map(() => taskKeys),
    );
    expect(plan.warnings.map(Object.keys)).toEqual(plan.warnings.map(() => ["id", "step", "message"]));
  });

  test.each([
    ["0".repeat(40), "0".repeat(40)],
    ["", undefined],
  ])("of revision “%s” names %s", (revision, named) => {
    const plan = planOf(processOf("steps:\n  - { id: draft, title: Write it, role: author }"), { revision });
    expect(JSON.parse(planFormats.json(plan)).revision).toBe(named);
  });

  test("says all of the plan", async () => {
    const { revision, ...plan } = await read(`${post} --anchor 2026-12-18`);
    expect(revision ?? "").toMatch(/^(?:[0-9a-f]{40})?$/);
    await expect(`${JSON.stringify(plan, null, 2)}\n`).toMatchFileSnapshot("cases/plan/too-late.json");
  });
});

describe("other runs at the same time", () => {
  const crowd = Array.from({ length: 6 }, () => "--with publish-post@2026-12-18").join(" ");
  const warnings = async (line: string) =>
    (await handrail(typed(`${line} --today 2026-11-01`))).out
      .split("\n")
      .filter((text) => /\(overload\)/.test(text));

  test("count when somebody has too much on one day", async () => {
    expect(await warnings(`${post} --anchor 2026-12-18`)).toEqual([]);
    const { out } = await handrail(typed(`${post} --anchor 2026-12-18 --today 2026-11-01 ${crowd}`));
    await expect(out).toMatchFileSnapshot("cases/plan/beside-six-others.txt");
  });

  test("do not count on other days", async () => {
    expect(await warnings(`${post} --anchor 2027-02-12 ${crowd}`)).toEqual([]);
  });
});

test.each([
  [
    "plan publish-pst --anchor 2026-12-18",
    "Unexpected process `publish-pst`, expected one of `publish-post` or `hold-webinar`; did you mean `publish-post`?",
  ],
  [
    "plan webinar --anchor 2026-12-18",
    "Unexpected process `webinar`, expected one of `publish-post` or `hold-webinar`; did you mean `hold-webinar`?",
  ],
  [
    "plan publish-post --anchor 1026-12-18",
    "Unexpected --anchor `1026-12-18`, expected a year from 1970 to 2199; check the year.",
  ],
  ["plan publish-post", "Missing --anchor, expected a day, such as `--anchor 2026-12-18`."],
  [
    "plan publish-post --anchor 2026-02-30",
    "Unexpected --anchor `2026-02-30`, expected a day of the calendar as year-month-day, such as `2026-12-18`.",
  ],
  [
    "plan publish-post --anchor tomorrow",
    "Unexpected --anchor `tomorrow`, expected a day of the calendar as year-month-day, such as `2026-12-18`.",
  ],
  [
    "plan publish-post --anchor 2026-12-18 --today 1.12.2026",
    "Unexpected --today `1.12.2026`, expected a day of the calendar as year-month-day, such as `2026-12-18`.",
  ],
  [
    "plan publish-post --anchor 2026-12-18 --set chanel=blog",
    "Unexpected --set field `chanel`, expected one of `topic` or `channel`; did you mean `channel`?",
  ],
  [
    "plan publish-post --anchor 2026-12-18 --set channel",
    "Unexpected --set `channel`, expected `field=value`.",
  ],
  [
    "plan publish-post --anchor 2026-12-18 --set channel=pres",
    "Unexpected answer `pres` to `channel`, expected one of `blog` or `press`; did you mean `press`?",
  ],
  [
    "plan publish-post --anchor 2026-12-18 --with hold-webinar",
    "Unexpected --with `hold-webinar`, expected a process and its anchor date, such as `hold-webinar@2026-12-17`.",
  ],
  [
    "plan publish-post --anchor 2026-12-18 --with hold-webinar@2026",
    "Unexpected --with `2026`, expected a day of the calendar as year-month-day, such as `2026-12-18`.",
  ],
])("%s is wrong usage", async (line, message) => {
  expect(await handrail(typed(`${line} ${fixture}`))).toEqual({ code: 2, out: "", err: `${message}\n` });
});

test("a moment in HANDRAIL_NOW that is none is wrong usage", async () => {
  const { code, err } = await handrail(typed(`${post} --anchor 2026-12-18`), "soon");
  expect({ code, err }).toEqual({
    code: 2,
    err: "Unexpected HANDRAIL_NOW `soon`, expected a moment with its time zone, such as `2026-12-01T08:00:00Z`.\n",
  });
});

test("a process with errors is not planned, and its errors are told", async () => {
  const { code, out, err } = await handrail(
    typed("plan broken --anchor 2026-12-18 --handbook test/fixtures/faulty"),
  );
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toMatch(
    /^broken cannot be planned until these problems are mended:\n(test\/fixtures\/faulty\/content\/broken\.mdx:.* error .*\n){8}$/,
  );
});

test("today is the day in the handbook's time zone", async () => {
  const beginsToday = async (now: string) => (await handrail(typed(`${post} --anchor 2026-12-28`), now)).out;
  expect(await beginsToday("2026-11-27T22:59:00Z")).not.toContain("past-due");
  expect(await beginsToday("2026-11-27T23:00:00Z")).toContain("(past-due)");
});
