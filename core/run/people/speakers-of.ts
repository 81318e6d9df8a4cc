import type { CivilDate } from "../../calendar/index.ts";
import type { ApproverPart } from "../state/approver-parts.ts";
import { isSamePerson } from "./is-same-person.ts";
import { peopleOfRole, type RoleFacts } from "./people-of-role.ts";
import { presentPeople } from "./present-people.ts";

/**
 * Who may speak for one of the parts of an approval on a day: those it belongs to; others of the role while all of those are away; and
 * deputies only while everyone of the role is. Whoever has a part of their own stands in for no other, since more than one has to agree.
 */
export function speakersOf(
  part: ApproverPart,
  parts: readonly ApproverPart[],
  day: CivilDate,
  facts: RoleFacts,
): readonly string[] {
  const taken = parts.filter((other) => other !== part).flatMap(({ people }) => people);
  const isFree = (login: string) => !taken.some((other) => isSamePerson(other, login));
  const there = (people: readonly string[]) => presentPeople(people, day, facts.handbook).filter(isFree);
  if (part.people.length === 0 || presentPeople(part.people, day, facts.handbook).length > 0)
    return part.people;
  const { people, deputies } = peopleOfRole(part.role, facts);
  const others = there(people);
  return [...part.people, ...(others.length > 0 ? others : there(deputies))];
}
