import { count, listInWords } from "../plural.ts";

/** The page of a person. */
export const person = {
  lead: "What is on their desk, in everything that runs.",
  roles: "Roles",
  standsIn: "Stands in for",
  deputies: "Who stands in",
  away: "Away",
  notAway: "No days off entered",
  from: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
};

/** Lists of somebody's work: of a person, or of everybody in a role. */
export const work = {
  late: "Late",
  thisWeek: "Due this week",
  canBegin: "Can begin",
  waiting: "Waiting for others",
  waitingForThem: "Others wait for this",
  doneLately: "Done in the last two weeks",
  heading: "Open work",
  nothing: "Nothing is to be done at the moment.",
  heldUp: "held up",
  more: (total: number) => count(total, "more step"),
  /** A step that is waited for, with who has it. */
  awaited: (title: string, people: readonly string[]) =>
    `“${title}”${people.length === 0 ? "" : ` (${listInWords(people)})`}`,
  waitsFor: (steps: readonly string[]) => `waits for ${listInWords(steps)}`,
  calendarOf: (whose: string) => `${whose}: open work`,
  subscribe: "Calendar to subscribe to",
  subscribeHint: "Copy this link into your calendar program; it keeps up with what moves.",
};

/** “I am …” on the home page, and what it leads to. */
export const me = {
  title: "My week",
  label: "I am",
  choose: "Choose yourself …",
  people: "People",
  roles: "A role",
  hint: "This browser remembers it; nobody else is told.",
  all: (name: string) => `Everything about ${name}`,
  failed: "This could not be loaded. Please reload the page.",
};

/** The page of a department. */
export const department = {
  lead: (roles: number, processes: number) =>
    `${count(roles, "role")}, needed in ${count(processes, "process", "processes")}.`,
  processes: "Processes that need it",
  noProcesses: "No process needs it yet.",
  needed: "Does, approves or brings:",
  heard: "Is asked or told:",
  roles: "Roles and people",
};
