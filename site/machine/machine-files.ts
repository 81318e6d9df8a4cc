import { flowOf, mermaidFlowchart } from "../../core/diagram/index.ts";
import { planAsCsv, planAsIcs } from "../../core/export/index.ts";
import { earliestPlanOf } from "../data/plan-of.ts";
import { plannerHandbook, plannerProcess } from "../data/planner-data.ts";
import { processPage } from "../data/process-page.ts";
import type { Site, SiteProcess } from "../data/site.ts";
import { processMarkdown } from "./process-markdown.ts";

/** A file of the site that is no page: its path under the base path, and its text. */
export interface MachineFile {
  readonly path: string;
  readonly text: string;
}

/** Every file for machines: what the date planner fetches, calendars, tables, and pages as Markdown. */
export function* machineFiles(site: Site): Generator<MachineFile> {
  yield { path: "planner.json", text: JSON.stringify(plannerHandbook(site)) };
  for (const subject of site.processes.values()) yield* filesOfProcess(subject, site);
}

function* filesOfProcess(subject: SiteProcess, site: Site): Generator<MachineFile> {
  const { definition } = subject;
  const { handbook, calendar, today } = site;
  const folder = `processes/${definition.id}`;
  const planner = plannerProcess(definition, site);
  const plan = earliestPlanOf(definition, site);
  const { reminders, dueTime } = handbook.config;
  const { title } = definition;
  const roleTitle = (role: string) => handbook.roles.get(role)?.title ?? role;
  yield { path: `${folder}/plan.json`, text: JSON.stringify(planner) };
  yield { path: `${folder}/plan.csv`, text: planAsCsv(plan) };
  yield {
    path: `${folder}/plan.ics`,
    text: planAsIcs(plan, { title, reminders, dueTime, calendar, today, url: planner.url }),
  };
  yield { path: `${folder}/flow.mmd`, text: mermaidFlowchart(flowOf(definition, roleTitle)) };
  yield { path: `${folder}/index.md`, text: processMarkdown(subject, processPage(subject, site)) };
}
