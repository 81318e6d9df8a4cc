import { civilToday } from "../../core/calendar/index.ts";
import { nameOf } from "../../core/definition/index.ts";
import { workCalendarOf } from "../../core/holidays/index.ts";
import { type MeasureFrame, measureFrameOf } from "../../core/metrics/index.ts";
import { definitionAsRead } from "../../core/plan/index.ts";
import { brandOf } from "./brand.ts";
import { type ProcessPage, processPage } from "./process-page.ts";
import { rolePages } from "./role-page.ts";
import type { Site, SiteData, SiteProcess } from "./site.ts";

/** The site that some data makes. */
export function makeSite(data: SiteData): Site {
  const { config } = data.handbook;
  const pages = new Map<SiteProcess, ProcessPage>();
  let roles: ReturnType<Site["rolePages"]> | undefined;
  let frame: MeasureFrame | undefined;
  const site: Site = {
    ...data,
    data,
    processes: new Map([...data.processes].map(([id, process]) => [id, processAsRead(process)])),
    pageOf: (subject) => {
      const page = pages.get(subject) ?? processPage(subject, site);
      pages.set(subject, page);
      return page;
    },
    rolePages: () => {
      roles ??= rolePages(site);
      return roles;
    },
    measureFrame: () => {
      frame ??= measureFrameOf(data.handbook, data.settings.now);
      return frame;
    },
    calendar: workCalendarOf(config),
    nameOf: (login) => nameOf(login, data.handbook.people),
    brand: brandOf(config),
    today: civilToday(data.settings.now, config.timeZone),
  };
  return site;
}

function processAsRead(process: SiteProcess): SiteProcess {
  const definition = definitionAsRead(process.definition);
  return definition === process.definition ? process : { ...process, definition };
}
