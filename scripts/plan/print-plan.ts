import type { CivilDate, WorkCalendar } from "../../core/calendar/index.ts";
import type { HandbookConfig, ProcessDefinition, Role, RoleId } from "../../core/definition/index.ts";
import { mermaidGantt, planBars } from "../../core/diagram/index.ts";
import { planAsCsv, planAsIcs } from "../../core/export/index.ts";
import type { RunPlan } from "../../core/plan/index.ts";
import { planAsJson, planAsTable } from "../reporters/index.ts";

/** What a printed plan says besides the plan. */
export interface PrintFacts {
  readonly definition: ProcessDefinition;
  readonly config: HandbookConfig;
  readonly calendar: WorkCalendar;
  readonly today: CivilDate;
  readonly roles: ReadonlyMap<RoleId, Role>;
  readonly nameOf: (login: string) => string;
}

/** The formats of `plan`, each a plan as text. */
export const planFormats = {
  table: (plan, { definition, today, roles, nameOf }) =>
    planAsTable(plan, definition, today, { roles, nameOf }),
  json: (plan) => planAsJson(plan),
  csv: (plan) => planAsCsv(plan),
  ics: (plan, { definition, config, calendar, today, nameOf }) =>
    planAsIcs(plan, {
      title: definition.title,
      reminders: config.reminders,
      dueTime: config.dueTime,
      dayStart: config.dayStart,
      calendar,
      today,
      nameOf,
      url: config.site && `${config.site.replace(/\/$/, "")}/processes/${definition.id}/`,
    }),
  mermaid: (plan, { definition }) => mermaidGantt(definition.title, planBars(definition.title, plan.tasks)),
} satisfies Readonly<Record<string, (plan: RunPlan, facts: PrintFacts) => string>>;
