import { flowOf, mermaidFlowchart } from "../../core/diagram/index.ts";
import { planAsCsv, planAsIcs } from "../../core/export/index.ts";
import { earliestPlanOf } from "../data/plan-of.ts";
import { plannerHandbook, plannerProcess } from "../data/planner-data.ts";
import { rolePage } from "../data/role-page.ts";
import type { Site, SiteProcess } from "../data/site.ts";
import { changesFeed } from "./changes-feed.ts";
import { llmsText } from "./llms-text.ts";
import { processListJson } from "./process-list-json.ts";
import { processMarkdown } from "./process-markdown.ts";
import { roleMarkdown } from "./role-markdown.ts";

/** A file of the site that is no page: its path under the base path, and its text. */
export interface MachineFile {
  readonly path: string;
  readonly text: string;
}

/** Every file for machines: what the date planner fetches, calendars, tables, and pages as Markdown. */
export function* machineFiles(site: Site): Generator<MachineFile> {
  yield { path: "planner.json", text: JSON.stringify(plannerHandbook(site)) };
  yield { path: "processes.json", text: processListJson(site) };
  yield { path: "changes.xml", text: changesFeed(site) };
  yield { path: "llms.txt", text: llmsText(site) };
  for (const id of site.handbook.roles.keys()) {
    const page = rolePage(id, site);
    if (page) yield { path: `roles/${id}/index.md`, text: roleMarkdown(page) };
  }
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
  yield { path: `${folder}/index.md`, text: processMarkdown(subject, site.pageOf(subject)) };
}
