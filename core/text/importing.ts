import { count } from "./plural.ts";

/** Texts of drafts that are made from lists. Questions stand behind the word QUESTION. */
export const importing = {
  untitled: "Imported list",
  summary: "what is this for, in one sentence?",
  outcome: "what is there when it has ended?",
  trigger: "what makes somebody start it?",
  owner: "which role of roles.yml answers for it?",
  anchorName: "Day of the event",
  anchor: "what is the day called that all dates count from?",
  order: "do they run in this order? Say `after:` where one does not wait for the one above it.",
  join: "which of these does one person do in one go? Join them into one with a checklist.",
  role: "which role of roles.yml does it?",
  listSays: (role: string) => `The list says: ${role}`,
  after: "what does it wait for? It is due before the one above it.",
  introduction: "why does this process exist, and when should nobody use it?",
  how: "how is it done, as you would tell a new colleague?",
  dueSays: (said: string) => `Due, says the list: ${said}.`,
  rest: "What else the list says",
  restOfList: "Do the rest of the list",
  withoutHeading: "Do what stands before the first heading",
  openPurpose: "What the process is for, what starts it, and what is there when it has ended.",
  openRoles: (steps: number) => `Who does ${count(steps, "step")}: no role of roles.yml is named there.`,
  openDates: (steps: number) => `When ${count(steps, "step is", "steps are")} due.`,
  openOrder: "Which steps wait for which: I took the order of the list.",
  openGrouped: (items: number, steps: number) =>
    `Whether ${items} things to do are ${steps} steps: a run has a hundred at most, so I made checklists.`,
  openRest: (lines: number) =>
    `Where ${count(lines, "line")} of the list ${lines === 1 ? "belongs: it stands" : "belong: they stand"} at the end.`,
} as const;
