import { addCalendarDays, parseDateRange, toEpochDay } from "../../../core/calendar/index.ts";
import { planBasisOf, publicHolidaysOf } from "../../../core/holidays/index.ts";
import { scheduleRun } from "../../../core/plan/index.ts";
import { date, handbookOf } from "../../builders.ts";
import { dayByDay } from "../calendar/day-by-day.ts";
import { referenceDues, referenceEarliest } from "../plan/reference-plan.ts";
import { type Cost, costEach } from "./seconds.ts";

const stepCount = 30;

/** Thirty steps: four in five count from the anchor date, the last follow it; an approval, and two side by side now and then. */
function processText(): string {
  const steps = Array.from({ length: stepCount }, (_, index) => {
    const back = (24 - index) * 4;
    const due = index < 24 ? `due: -${back}d` : "duration: 2bd";
    const duration = index % 3 === 1 && index < 24 ? ", duration: 2bd" : "";
    const after = index % 6 === 5 ? `, after: s${index - 2}` : "";
    const who =
      index === 10
        ? "kind: approval, approvers: [lead, editor]"
        : `role: ${index % 3 === 0 ? "author" : "editor"}`;
    return `  - { id: s${index}, title: Part ${index}, ${who}, ${due}${duration}${after} }`;
  });
  return `---\ntitle: Long\nsummary: S.\noutcome: O.\ntrigger: T.\nowner: lead\nanchor: Day\nsteps:\n${steps.join("\n")}\n---\n`;
}

/** What a plan takes of a process of thirty steps with holidays and absences, beside the day-by-day reference in Temporal. */
export function timePlans(): (readonly [what: string, each: Cost])[] {
  const handbook = handbookOf(
    new Map([
      [
        "handbook.yml",
        "title: Bench\ncalendar: { country: CH, region: ZH, closed: [2026-12-24..2027-01-02] }\n",
      ],
      [
        "roles.yml",
        "author: { title: Author, people: [ann], deputies: [ben] }\neditor: { title: Editor, people: [cy], deputies: [di] }\nlead: { title: Lead, people: [eva], deputies: [cy] }\n",
      ],
      ["absences.yml", "ann: [2026-12-07..2026-12-11]\ncy: [2027-02-01..2027-02-12]\n"],
      ["bench/long.mdx", processText()],
    ]),
  );
  const { processes } = handbook;
  const definition = processes.get("long");
  if (definition?.steps.length !== stepCount) throw new Error("The process should have thirty steps.");
  const basis = planBasisOf(handbook.config, handbook);
  const today = date("2026-11-02");
  const anchorOf = (round: number) => addCalendarDays(today, 100 + (round % 200));
  const closure = parseDateRange("2026-12-24..2027-01-02");
  const holidaysOf = publicHolidaysOf({ country: "CH", region: "ZH" });
  const slow = dayByDay({
    workweek: [1, 2, 3, 4, 5],
    holidays: new Set([2026, 2027].flatMap((year) => holidaysOf(year))),
    closed: [closure?.from ?? today, closure?.to ?? today],
  });
  const plan = (round: number) =>
    scheduleRun({
      ...basis,
      definition,
      anchorDate: anchorOf(round),
      today,
      answers: new Map(),
    });
  const dues = (round: number) => referenceDues(definition, anchorOf(round), today, slow);
  for (const round of [0, 50, 150]) {
    const wrong = plan(round).tasks.filter(({ step, dueDate }) => dues(round).get(step) !== dueDate);
    if (wrong.length > 0) throw new Error(`Two plans for ${toEpochDay(anchorOf(round))} do not agree.`);
  }
  return [
    ["Handrail: due dates, people, slack, warnings, earliest date", costEach(3000, plan)],
    ["day by day in Temporal: due dates only", costEach(300, dues)],
    [
      "day by day in Temporal: due dates and earliest date",
      costEach(20, (round) => {
        dues(round);
        referenceEarliest(definition, today, slow);
      }),
    ],
  ];
}
