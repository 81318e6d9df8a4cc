import type { RoleId } from "../../core/definition/index.ts";
import { flowOf, mermaidFlowchart } from "../../core/diagram/index.ts";
import { planAsCsv, planAsIcs } from "../../core/export/index.ts";
import { InternalError } from "../../core/problem.ts";
import { accentPath } from "../data/brand.ts";
import { earliestPlanOf } from "../data/earliest-plan-of.ts";
import { pageKey } from "../data/page-key.ts";
import { runsOf } from "../data/past-runs.ts";
import { plannerHandbook, plannerProcess } from "../data/planner-data.ts";
import { roleDigest } from "../data/role-digest.ts";
import type { RolePage } from "../data/role-page.ts";
import type { Site, SiteProcess } from "../data/site.ts";
import { sourceKey } from "../data/source-key.ts";
import { workCalendars } from "../data/work-calendars.ts";
import { searchNames } from "../search/search-names.ts";
import { changesFeed } from "./changes-feed.ts";
import { llmsText } from "./llms-text.ts";
import { processListJson } from "./process-list-json.ts";
import { processMarkdown } from "./process-markdown.ts";
import { roleMarkdown } from "./role-markdown.ts";
import { workIcs } from "./work-ics.ts";

/** A file of the site that is no page: its path under the base path, and its text. */
export interface MachineFile {
  readonly path: string;
  readonly text: string;
}

/** Files for machines that belong together. */
export interface MachineFiles {
  /** Names everything the files are made from; absent for files that are made anew each time. Worked out when asked for. */
  readonly key?: (() => string) | undefined;
  readonly paths: readonly string[];
  /** Makes the files. */
  readonly files: () => Iterable<MachineFile>;
}

/** Every file for machines: what the date planner fetches, calendars, tables, and pages as Markdown. */
export function* machineFiles(site: Site): Generator<MachineFiles> {
  yield single(
    "planner.json",
    () => JSON.stringify(plannerHandbook(site)),
    () => plannerKey(site),
  );
  const { accentStyles } = site.brand;
  if (accentStyles !== undefined) yield single(accentPath, () => accentStyles);
  yield single("processes.json", () => processListJson(site));
  yield single("search-names.json", () => JSON.stringify(searchNames(site)));
  const { origin } = site.settings;
  // A reader of feeds knows no page that its links could be relative to.
  if (origin !== undefined) yield single("changes.xml", () => changesFeed(site, origin));
  yield single("llms.txt", () => llmsText(site));
  for (const id of site.handbook.roles.keys()) {
    const page = () => rolePageOf(id, site);
    yield single(
      `roles/${id}/index.md`,
      () => roleMarkdown(page()),
      () => pageKey(site, roleDigest(page())),
    );
  }
  for (const calendar of workCalendars(site)) yield single(calendar.path, () => workIcs(calendar, site));
  for (const subject of site.processes.values()) {
    const { definition, history } = subject;
    const paths = processFiles.map((name) => `processes/${definition.id}/${name}`);
    const key = () => pageKey(site, sourceKey(subject, site), runsOf(definition.id, site), history[0]);
    yield { key, paths, files: () => filesOfProcess(subject, site) };
  }
}

function single(path: string, make: () => string, key?: () => string): MachineFiles {
  return { key, paths: [path], files: () => [{ path, text: make() }] };
}

function rolePageOf(id: RoleId, site: Site): RolePage {
  const page = site.rolePages().get(id);
  if (page === undefined) throw new InternalError(`The role ${id} has no page.`);
  return page;
}

/** Names what the planner's handbook is made from: public holidays of six years are costly to work out. */
function plannerKey(site: Site): string {
  const { config, roles, absences, people } = site.handbook;
  return pageKey(site, config, [...roles], [...absences], [...people], site.today.slice(0, 4));
}

const processFiles = ["plan.json", "plan.csv", "plan.ics", "flow.mmd", "index.md"] as const;

function* filesOfProcess(subject: SiteProcess, site: Site): Generator<MachineFile> {
  const { definition } = subject;
  const { handbook, calendar, today, nameOf } = site;
  const plan = earliestPlanOf(definition, site);
  const planner = plannerProcess(definition, site);
  const { reminders, dueTime, dayStart } = handbook.config;
  const { title } = definition;
  const roleTitle = (role: string) => handbook.roles.get(role)?.title ?? role;
  const texts: Readonly<Record<(typeof processFiles)[number], string>> = {
    "plan.json": JSON.stringify(planner),
    "plan.csv": planAsCsv(plan),
    "plan.ics": planAsIcs(plan, {
      title,
      reminders,
      dueTime,
      dayStart,
      calendar,
      today,
      nameOf,
      url: planner.url,
    }),
    "flow.mmd": mermaidFlowchart(flowOf(definition, roleTitle, site.handbook.processes)),
    "index.md": processMarkdown(subject, site.pageOf(subject), site.settings.base),
  };
  for (const name of processFiles) yield { path: `processes/${definition.id}/${name}`, text: texts[name] };
}
