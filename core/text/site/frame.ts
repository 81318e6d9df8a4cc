import type { CivilDate } from "../../calendar/index.ts";
import { longDate } from "../format-date.ts";
import { count } from "../plural.ts";

/** The parts of every page. */
export const page = {
  home: "Home",
  skip: "Skip to the text",
  search: "Search",
  menu: "Menu",
  theme: { label: "Colours", light: "Light", dark: "Dark", auto: "As my device" },
  onThisPage: "On this page",
  copyCode: "Copy",
  areas: "Areas",
  roles: "Roles",
  more: "More",
  own: "Pages",
  allOf: (area: string, total: number) => `All ${total} in ${area}`,
  notFoundTitle: "This page is not here",
  notFoundText:
    "The address may be old, or a process may have been renamed. Search for it, or start again from the home page.",
  guide: "Guide",
  howToRead: "How to read this handbook",
  howToChange: "Propose a change",
  madeFrom: (revision: string) => `Made from revision ${revision}.`,
  madeOn: (date: CivilDate) => `As of ${longDate(date)}.`,
};

/** The search dialog. */
export const search = {
  open: "Search the handbook",
  placeholder: "What do you want to do?",
  hint: "A process, a step, a role, a tool …",
  close: "Close",
  none: (words: string) => `Nothing found for “${words}”. Try another word for the same thing.`,
  nearest: "Names that look like it:",
  found: (total: number) => count(total, "result"),
  step: "Step",
  approvedBy: (roles: string) => `approved by ${roles}`,
  /** What a find is, beside its name; a process is what most are. */
  kinds: {
    process: "",
    step: "",
    role: "Role",
    department: "Department",
    person: "Person",
    tool: "Tool",
    term: "Word",
    page: "Page",
  },
  /** Other words by which people and pages are found. */
  ofPerson: "person, deputy, absent, week, due",
  ofDepartment: "department, team, processes that need it",
  ofArea: "area",
  ofCalendar: "due dates, deadlines, my week, today, what is late",
  ofDashboard: "what runs, running now, late steps, who is waited for, figures of runs",
  ofRoles: "who is who, people, departments",
  ofIndex: "all processes, list of processes, index",
  ofGlossary: "words, meaning, definitions, abbreviations",
  area: "Area",
  role: "Role",
  anyArea: "All areas",
  anyRole: "All roles",
  failed: "The search could not be loaded. Please reload the page.",
  /** Where names were found, and what pages say could not be searched. */
  onlyNames: (total: number) =>
    `${count(total, "result")} by name; what pages say cannot be searched just now.`,
  keys: "↑ ↓ to choose, Enter to open, Esc to close",
};

/** The home page. */
export const home = {
  lead: "How we work, step by step: who does what, by when, and who comes next.",
  running: "Running now",
  changed: "Changed lately",
  firstWeek: [
    {
      text: "How to read this handbook",
      hint: "Five minutes, and every page is easier.",
      path: "guide/reading/",
    },
    { text: "Find your role", hint: "Everything you do, in every process, with when.", path: "roles/" },
    { text: "See what is due", hint: "What goes on this week, and who is on.", path: "calendar/" },
    { text: "Look up a word", hint: "What the others mean by it.", path: "glossary/" },
    {
      text: "Propose a change",
      hint: "Whatever you had to ask somebody belongs into the handbook.",
      path: "guide/propose-a-change/",
    },
  ],
  roles: "I am a …",
  rolesHint: "Choose your role and see everything you do, in every process.",
  areas: "By area",
  processes: (total: number) => count(total, "process", "processes"),
  newHere: "New here?",
  newHereText: "A path for your first week: one small thing a day.",
};

/** The page of an area. */
export const area = {
  lead: (processes: number, roles: number) =>
    `${count(processes, "process", "processes")}, and ${count(roles, "role")} with a part in ${processes === 1 ? "it" : "them"}.`,
  steps: "Steps",
  roles: "Who works here",
};

/** Files for programs. */
export const machine = {
  feedTitle: (handbook: string) => `${handbook}: changes`,
  feedDescription: "Every change of a process, newest first.",
};
