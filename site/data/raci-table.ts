import type { RoleId, StepId } from "../../core/definition/index.ts";
import { type Addresses, addressesUnder } from "./addresses.ts";
import { type RoleLink, roleLink } from "./role-link.ts";
import type { Site, SiteProcess } from "./site.ts";

/** Who is what in one step. */
export interface RaciRow {
  readonly id: StepId;
  readonly title: string;
  readonly responsible: readonly RoleLink[];
  readonly accountable: readonly RoleLink[];
  readonly consulted: readonly RoleLink[];
  readonly informed: readonly RoleLink[];
}

/** Who does, answers for, is asked about and is told of each step. */
export function raciTable({ definition }: SiteProcess, site: Site): RaciRow[] {
  const addresses: Addresses = addressesUnder(site.settings.base);
  const links = (ids: readonly RoleId[]) => ids.map((id) => roleLink(id, site.handbook.roles, addresses));
  return definition.steps.map((step) => {
    const doers = step.kind === "approval" ? step.approvers : step.roles;
    return {
      id: step.id,
      title: step.title,
      responsible: links(doers.length > 0 ? doers : [step.accountable]),
      accountable: links([step.accountable]),
      consulted: links(step.consulted),
      informed: links(step.informed),
    };
  });
}
