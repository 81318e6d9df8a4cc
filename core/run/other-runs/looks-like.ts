import type { CivilDate } from "../../calendar/index.ts";
import type { ProcessDefinition, Role, RoleId } from "../../definition/index.ts";
import { readAnchorDate } from "../../form/index.ts";
import { isNamed } from "../people/is-named.ts";
import type { OtherRun } from "./other-run.ts";

/** A start, as much as tells whether there is one like it. */
export interface StartSought {
  readonly number: number;
  readonly definition: ProcessDefinition;
  readonly anchorDate: CivilDate;
}

/**
 * The number of an open run that a start may repeat without knowing: of the same process, for the same anchor date. A run that has
 * begun counts; of two starts that wait only the older, so that not both hold each other up, and none that a visitor filled in, who
 * could stop everybody else's. The oldest of several; nothing when there is none.
 */
export function looksLike(
  { number, definition, anchorDate }: StartSought,
  others: readonly OtherRun[],
  roles: ReadonlyMap<RoleId, Role>,
): number | undefined {
  const alike = others.filter(
    (other) =>
      other.number !== number &&
      other.process === definition.id &&
      (other.anchorDate ?? readAnchorDate(other.body, definition)) === anchorDate &&
      (other.hasBegun || (other.number < number && (other.isOurs || isNamed(other.startedBy, roles)))),
  );
  return alike.length === 0 ? undefined : Math.min(...alike.map((other) => other.number));
}
