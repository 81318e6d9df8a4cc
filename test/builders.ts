import { readdirSync, readFileSync } from "node:fs";
import {
  type Absences,
  type CivilDate,
  createAttendance,
  createWorkCalendar,
  parseCivilDate,
} from "../core/calendar/index.ts";
import {
  defineHandbook,
  type Handbook,
  type HandbookFiles,
  type ProcessDefinition,
  parseHandbook,
} from "../core/definition/index.ts";
import { type PlanRequest, type RunPlan, scheduleRun } from "../core/plan/index.ts";
import { checkHandbook, type ExampleFiles, exampleHandbook } from "../core/rules/index.ts";

/** An ISO date in a test; fails the test when it names no day. */
export function date(text: string): CivilDate {
  const parsed = parseCivilDate(text);
  if (parsed === undefined) throw new Error(`${text} is no date.`);
  return parsed;
}

/** The files of the handbook this repository ships. */
export function shippedFiles(): HandbookFiles {
  const paths = readdirSync("processes", { recursive: true, encoding: "utf8" }).map((path) =>
    path.replaceAll("\\", "/"),
  );
  const files = paths.filter((path) => /\.(mdx|yml)$/.test(path));
  return new Map(files.map((path) => [path, readFileSync(`processes/${path}`, "utf8")]));
}

/** A sound handbook from files; fails the test when the files have errors. */
export function handbookOf(files: HandbookFiles): Handbook {
  const parsed = parseHandbook(files);
  const errors = checkHandbook(parsed).filter((problem) => problem.severity === "error");
  if (errors.length > 0)
    throw new Error(errors.map(({ file, line, message }) => `${file}:${line} ${message}`).join("\n"));
  return defineHandbook(parsed, () => true);
}

/** The definition of a process given as front matter keys; the rest is filled in. */
export function processOf(process: string, example: Omit<ExampleFiles, "process"> = {}): ProcessDefinition {
  const [definition] = handbookOf(exampleHandbook({ ...example, process })).processes.values();
  if (!definition) throw new Error("The example has no process.");
  return definition;
}

/** A plan without holidays or absences, made on Monday 2026-03-02 unless something else is asked. */
export function planOf(
  definition: ProcessDefinition,
  request: Parameters<typeof planRequest>[1] = {},
): RunPlan {
  return scheduleRun(planRequest(definition, request));
}

/** What a plan is asked for, with the same people and calendar in every test unless it names others. */
export function planRequest(
  definition: ProcessDefinition,
  { absences = new Map(), ...request }: Partial<PlanRequest> & { readonly absences?: Absences } = {},
): PlanRequest {
  const calendar =
    request.calendar ??
    createWorkCalendar({ workweek: [1, 2, 3, 4, 5], publicHolidays: () => [], closed: [] });
  return {
    definition,
    anchorDate: date("2026-06-01"),
    today: date("2026-03-02"),
    calendar,
    nameOf: (login) => login,
    attendance: createAttendance({ team: calendar, absences, ownCalendar: () => undefined }),
    roles: new Map([
      ["author", { id: "author", title: "Author", people: ["demo-jonas"], deputies: [] }],
      ["editor", { id: "editor", title: "Editor", people: ["demo-lena"], deputies: ["demo-sofia"] }],
    ]),
    answers: new Map(),
    processes: new Map(),
    ...request,
  };
}

/** A process that begins by itself on the third of each month, with these steps as YAML. */
export function monthlyReport(steps: readonly string[]): string {
  return `---
title: Report
summary: The figures of the month.
outcome: Everybody has them.
trigger: A month is over.
owner: author
repeats: FREQ=MONTHLY;BYMONTHDAY=3
steps:
${steps.map((step) => `  - { ${step} }`).join("\n")}
---
`;
}
