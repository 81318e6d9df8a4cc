import { addCalendarDays, type CivilDate, toEpochDay } from "../../core/calendar/index.ts";
import type { Handbook } from "../../core/definition/index.ts";
import type { RunRecord, RunsFile } from "../../core/metrics/index.ts";
import { date } from "../builders.ts";
import { recordOf } from "../core/learning/histories.ts";

const total = 20;

/**
 * Twenty runs that go on, of the first processes of a handbook in turn, as they stand on a day: begun in the months before it,
 * each at another place, some late. Whoever has a role has its steps.
 */
export function manyRuns({ processes, roles }: Handbook, today: CivilDate): RunsFile {
  const definitions = [...processes.values()].filter(({ steps }) => steps.length > 4);
  const runs = Array.from({ length: total }, (_none, index): RunRecord => {
    const definition = definitions[index % definitions.length];
    if (definition === undefined) throw new Error("There is no process to run.");
    const life = {
      number: 1001 + 20 * index,
      startedOn: addCalendarDays(today, -10 - 5 * (index % 9)),
      anchorDate: addCalendarDays(today, 7 + 4 * index),
      days: (_step: string, given: number) => Math.min(given, 4) + (index % 3),
      seenOn: today,
    };
    const { endedAt: _end, ...record } = recordOf(definition, life);
    const isOver = new Set(record.tasks.filter(({ status }) => status === "done").map(({ step }) => step));
    const tasks = record.tasks.map((task, at) => {
      const isTurn = task.status === "ready" && (task.dependsOn ?? []).every((step) => isOver.has(step));
      const { readyAt, ...rest } = task;
      const number = life.number + at + 1;
      return {
        ...rest,
        ...((isTurn || task.status === "done") && { readyAt }),
        status: task.status === "done" ? task.status : isTurn ? ("ready" as const) : ("planned" as const),
        assignees: task.roles.flatMap((role) => roles.get(role)?.people.slice(0, 1) ?? []),
        expectedDate: laterOf(task.dueDate, addCalendarDays(today, index % 4)),
        issue: { number, url: `https://github.com/acme/handbook/issues/${number}` },
      };
    });
    return {
      ...record,
      title: `${definition.title}: ${names[index % names.length]} ${index + 1}`,
      outcome: "running",
      tasks,
    };
  });
  return { version: 2, writtenAt: `${today}T07:00:00Z`, lastSweepAt: `${today}T07:00:00Z`, runs };
}

const names = [
  "Spring",
  "How to choose a CRM",
  "Basel",
  "The long name of something that nobody will ever shorten",
];

function laterOf(a: CivilDate, b: CivilDate): CivilDate {
  return toEpochDay(a) > toEpochDay(b) ? a : date(b);
}
