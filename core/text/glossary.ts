/** The words of a process handbook, and what they mean here. Names are written as they stand in a sentence. */
export const glossaryTerms: Readonly<Record<string, string>> = {
  "anchor date":
    "The date everything leads up to, such as the publish date or the first day of a fair. Due dates count from it.",
  approval: "A step in which somebody says yes, or asks for changes. Only the roles named may give it.",
  "business day":
    "A day on which work is done: a day of the working week that is neither a public holiday nor a day we are closed.",
  checkpoint: "A date on which something must be so, without work of its own.",
  "critical path": "The chain of steps that decides when a run ends. If one of them slips, the end slips.",
  decision: "A step in which the way is chosen. Steps on the other ways are left out.",
  deputy: "Who stands in when everybody who has a role is away.",
  deviation:
    "A departure from the plan: a step skipped, added, moved or handed over. Allowed, and recorded with its reason.",
  "due date": "The last day for a step. A step is overdue on the day after.",
  effort: "The time somebody works on a step. A step of two hours may well take three days.",
  handoff: "The moment at which work passes from one role to the next.",
  "lead time": "From the start of a run to its last step, in business days.",
  outcome: "What is there when a process has ended, or what a decision may come to.",
  "process owner": "The role that answers for a process: that it works, and that its text is true.",
  retrospective:
    "What is written down after a run: what went as planned, what did not, and what the handbook should learn from it.",
  role: "A function that people fill, such as blog author. Processes name roles, never people.",
  run: "One time a process is carried out, from start to end.",
  slack: "How many business days a step may slip before the end of the run moves.",
  step: "One piece of work with somebody who does it and a date.",
  trigger: "What makes somebody start a process.",
};
