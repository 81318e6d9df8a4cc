import type { CivilDate } from "../../calendar/index.ts";
import type { ApproverPart } from "../state/approver-parts.ts";
import { peopleOfRole, type RoleFacts } from "./people-of-role.ts";
import { presentPeople } from "./present-people.ts";

/**
 * Who may speak for a part on a day: those it belongs to; others of the role while all of those are away; and deputies only
 * while everyone of the role is.
 */
export function speakersOf(part: ApproverPart, day: CivilDate, facts: RoleFacts): readonly string[] {
  const there = (people: readonly string[]) => presentPeople(people, day, facts.handbook);
  if (part.people.length === 0 || there(part.people).length > 0) return part.people;
  const { people, deputies } = peopleOfRole(part.role, facts);
  const others = there(people);
  return [...part.people, ...(others.length > 0 ? others : there(deputies))];
}
