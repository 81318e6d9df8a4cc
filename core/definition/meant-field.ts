import { nearest } from "../message.ts";

/** What fields are called elsewhere, by what they are called here. */
const otherNames: readonly (readonly [name: string, others: RegExp])[] = [
  ["due", /^(?:deadline|date|due-?date|when-?due|fällig|frist)$/i],
  ["role", /^(?:roles|responsible|assignees?|who|by|team|rolle|wer)$/i],
  ["title", /^(?:name|heading|headline|step)$/i],
  ["label", /^(?:name|title|question|frage)$/i],
  ["after", /^(?:depends-?on|waits?-?for|requires|predecessors?|blocked-?by|nach)$/i],
  ["input", /^(?:needs?|inputs)$/i],
  ["output", /^(?:deliverables?|results?|outputs|ergebnis)$/i],
  ["duration", /^(?:length|takes|days|dauer)$/i],
  ["effort", /^(?:work|hours|time|aufwand)$/i],
  ["approvers", /^(?:approved-?by|reviewers?)$/i],
  ["ask", /^(?:fields|questions|form)$/i],
  ["summary", /^(?:description|about|subtitle)$/i],
  ["outcome", /^(?:goal|result|ziel)$/i],
  ["people", /^(?:members|persons?|names|logins)$/i],
  ["most", /^(?:mx|max|maximum|limit)$/i],
  ["deputies", /^(?:substitutes?|backups?|stand-?ins?|vertretung)$/i],
];

/** The field that was probably meant by one that is not expected: one with a similar name, or with the same meaning. */
export function meantField(key: string, expected: readonly string[]): string | undefined {
  const isMeant = ([name, others]: (typeof otherNames)[number]) =>
    expected.includes(name) && others.test(key);
  return nearest(key, expected) ?? otherNames.find(isMeant)?.[0];
}
