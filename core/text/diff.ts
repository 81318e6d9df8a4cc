import type { HandbookConfig } from "../definition/index.ts";
import { lengthInWords } from "./lengths.ts";
import { count, listInWords } from "./plural.ts";

const doings = { added: "new", removed: "gone", changed: "changed" } as const;

const hearers = ["whoever answers for it", "whoever started the run"];
const startWaits = {
  always: "A start waits until somebody has written /go.",
  "on-warnings": "A start waits for /go where its dates give warnings.",
  never: "A start begins at once, whatever its dates warn of.",
} as const;

/** Sentences about the change of a whole handbook. Arguments are plain text: escaping belongs to whoever prints them. */
export const diff = {
  counts: (
    counts: readonly { readonly kind: keyof typeof doings; readonly total: number }[],
    roles: number,
  ) => {
    const parts = [
      ...counts.flatMap(({ kind, total }) =>
        total === 0 ? [] : [`${count(total, "process", "processes")} ${doings[kind]}`],
      ),
      ...(roles === 0 ? [] : [`${count(roles, "role")} touched`]),
    ];
    return `${listInWords(parts)}.`;
  },
  added: (summary: string, steps: number) => `New, in ${count(steps, "step")}: ${summary}`,
  removed: "This process is gone.",
  renamed: (before: string, after: string) =>
    `Its file is now called ${after}, not ${before}: old links to its page break.`,
  moved: (before: string, after: string) => `It moved from the area ${before} to ${after}.`,
  picture: (isMarked: boolean) =>
    isMarked ? "The flow after this change; steps that changed have a thick border" : "The flow",
  pictureBefore: "The flow until now",
  roles: "Roles",
  roleAdded: (title: string, people: readonly string[]) =>
    `New role ${title}: ${people.length === 0 ? "nobody yet" : listInWords(people)}.`,
  roleRemoved: (title: string) => `The role ${title} is gone.`,
  roleRenamed: (before: string, after: string) => `The role ${before} is now called ${after}.`,
  people: (title: string, added: readonly string[], removed: readonly string[]) => [
    ...(added.length === 0
      ? []
      : [`${listInWords(added)} now ${added.length > 1 ? "have" : "has"} the role ${title}.`]),
    ...(removed.length === 0
      ? []
      : [`${listInWords(removed)} no longer ${removed.length > 1 ? "have" : "has"} the role ${title}.`]),
  ],
  deputies: (title: string, added: readonly string[], removed: readonly string[]) => [
    ...(added.length === 0
      ? []
      : [`${listInWords(added)} now ${added.length > 1 ? "stand" : "stands"} in for ${title}.`]),
    ...(removed.length === 0
      ? []
      : [`${listInWords(removed)} no longer ${removed.length > 1 ? "stand" : "stands"} in for ${title}.`]),
  ],
  reordered: (title: string) => `Somebody else comes first in the role ${title}.`,
  outside: (title: string, isOutside: boolean) =>
    isOutside
      ? `${title} is outside the team: nobody is assigned, and whoever answers for a step looks after it.`
      : `${title} belongs to the team now: its people are assigned and reminded.`,
  settings: "Settings",
  /** What another setting means; the settings are those after the change. */
  settingChanged: {
    calendar: () =>
      "Other days are business days in the whole handbook: what is planned from now on may be due on other dates. No promised date of a run moves.",
    timeZone: ({ timeZone }) => `Dates and hours are those of ${timeZone} now.`,
    dueTime: ({ dueTime }) => `What is due on a day is due at ${dueTime}.`,
    dayStart: ({ dayStart }) => `A business day begins at ${dayStart}: from then on people are reminded.`,
    reminders: ({ reminders }) =>
      reminders.length === 0
        ? "Nobody is reminded before a step is due."
        : `People are reminded ${listInWords(reminders.map(lengthInWords))} before a step is due.`,
    escalateAfter: ({ escalateAfter }) =>
      escalateAfter.length === 0
        ? "Nobody else is told when a step is late."
        : `Of a late step hears ${listInWords(escalateAfter.map((after, index) => `${hearers[index]} after ${lengthInWords(after)}`))}.`,
    confirm: ({ confirm }) => startWaits[confirm],
    approvals: ({ approvals }) =>
      approvals === "locked"
        ? "An approval can be left out only by whoever answers for it."
        : "An approval can be left out as any other step.",
    starterApproves: ({ starterApproves }) =>
      starterApproves
        ? "Whoever starts a run may approve in it."
        : "Whoever starts a run may not approve in it.",
    absences: () => "Other people are away, or on other days: others may be assigned.",
    people: () => "Some people have other days off or another time zone than before.",
  } satisfies Readonly<Record<string, (config: HandbookConfig) => string>>,
};
