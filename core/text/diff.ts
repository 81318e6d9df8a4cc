import { count, listInWords } from "./plural.ts";

const doings = { added: "new", removed: "gone", changed: "changed" } as const;

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
};
