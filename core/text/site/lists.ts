import { count } from "../plural.ts";

/** Lists of everything. */
export const lists = {
  index: "A to Z",
  /** A role that is somebody outside the team. */
  outside: (title: string) => `${title} (outside)`,
  indexLead: (total: number) => `All ${count(total, "process", "processes")}, by name.`,
  tools: "Tools",
  toolsLead: "Which tool is used in which process; where it is only needed for some steps, these are named.",
  noTools: "No process names a tool yet.",
  glossary: "Glossary",
  glossaryLead: "The words this handbook uses, and what it means by them.",
  glossaryOwn: "Does a word of your house stand in no dictionary? Add it to handbook.yml, under glossary.",
  glossaryHow: "How that works",
  roles: "Roles",
  rolesLead: "Who does what. Choose a role to see all of its work.",
};

/** The pages about problems the checker finds. */
export const problems = {
  title: "Problems",
  lead: "What the checker may find in a process, why it matters, and how to mend it.",
  why: "Why it matters",
  wrong: "This is found",
  right: "This is fine",
  severities: {
    error: "Error: the process cannot be used until it is mended.",
    warning: "Warning: the process works, but probably not as meant.",
    advice: "Advice: it would be better otherwise.",
  } as const,
  names: { error: "Error", warning: "Warning", advice: "Advice" } as const,
};

/** The reference of every key. */
export const reference = {
  title: "Reference",
  lead: "Every key of every file, as the checker reads it.",
  required: "required",
  tables: {
    process: "A process",
    step: "A step",
    input: "An input of a step",
    collect: "A value that is entered when a step is done",
    ask: "A question of the start form",
    role: "A role, in roles.yml",
    absences: "An absence, in absences.yml",
    person: "Somebody, in people.yml",
    "own-calendar": "calendar, in people.yml",
    page: "A page of your own, in pages/",
    handbook: "The handbook, in handbook.yml",
    calendar: "calendar, in handbook.yml",
    publish: "publish, in handbook.yml",
    changes: "changes, in handbook.yml",
    theme: "theme, in handbook.yml",
  } as const,
  key: "Key",
  meaning: "Meaning",
  expected: "What may stand there",
  example: "Example",
  suggestions: "What past runs suggest, and when",
  suggestionsLead: (fewest: number, most: number) =>
    `Nothing is said about fewer than ${fewest} runs, and at most ${most} things at once. Steps that are still open count as taking longer than they have so far (Kaplan and Meier, 1958), and runs that followed an older text are judged by the text of today. What was suggested and not taken up is suggested again only when it was seen in twice as many runs. What happened is said, never why.`,
  rule: "It is said when",
  ruleOf: "About",
  learningRules: {
    "too-short": "Too little time",
    "too-long": "Too much time",
    "always-added": "A missing step",
    "always-skipped": "A step nobody needs",
    "always-handed-over": "The wrong role",
    "often-refused": "Work that comes back",
    "never-waits": "A needless order",
  } as const,
  weights: "How much a change matters",
  weightsLead:
    "Each change of a process is weighed by the first of these rules that is about it; a whole change weighs as much as its heaviest part.",
  change: "What changes",
  weight: "What it is taken for",
};
