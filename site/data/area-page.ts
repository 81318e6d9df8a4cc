import type { ProcessDefinition } from "../../core/definition/index.ts";
import { siteText } from "../../core/text/index.ts";
import { addressesUnder } from "./addresses.ts";
import { involvementOf } from "./five-questions.ts";
import { type ProcessLink, processesByArea } from "./home-page.ts";
import { type RunLine, runningLines } from "./past-runs.ts";
import { type RoleLink, roleLink } from "./role-link.ts";
import type { Site } from "./site.ts";

/** A process of an area with the facts that tell it from its neighbours. */
export interface AreaProcess extends ProcessLink {
  readonly owner: RoleLink;
  readonly steps: number;
  /** Its trigger, as the process says it. */
  readonly trigger: string;
}

/** What the page of an area shows. */
export interface AreaPage {
  readonly title: string;
  /** How many processes and roles it has, in a sentence. */
  readonly lead: string;
  /** By title. */
  readonly processes: readonly AreaProcess[];
  /** Every role that does something in one of them, by title. */
  readonly roles: readonly RoleLink[];
  readonly running: readonly RunLine[];
}

/** The page of an area; an area without processes has empty lists. */
export function areaPage(id: string, site: Site): AreaPage {
  const addresses = addressesUnder(site.settings.base);
  const { roles, config } = site.handbook;
  const definitions = [...site.processes.values()]
    .map(({ definition }) => definition)
    .filter(({ area }) => area === id);
  const byHref = new Map(definitions.map((definition) => [addresses.process(definition.id), definition]));
  const takePart = [
    ...new Set(definitions.flatMap((definition) => involvementOf(definition, roles).takePart)),
  ]
    .map((role) => roleLink(role, roles, addresses))
    .sort((a, b) => a.text.localeCompare(b.text));
  const links = processesByArea(site).get(id) ?? [];
  return {
    title: config.areas.get(id) ?? id,
    lead: siteText.area.lead(links.length, takePart.length),
    processes: links.flatMap((link) => {
      const definition: ProcessDefinition | undefined = byHref.get(link.href);
      if (definition === undefined) return [];
      const owner = roleLink(definition.processOwner, roles, addresses);
      return [{ ...link, owner, steps: definition.steps.length, trigger: definition.trigger }];
    }),
    roles: takePart,
    running: runningLines(site, (process) => definitions.some((own) => own.id === process)),
  };
}
