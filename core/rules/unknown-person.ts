import { listOf } from "../definition/index.ts";
import { unexpectedWord } from "../message.ts";
import type { HandbookRule } from "./rule.ts";
import { isRead } from "./support/misread.ts";

/** An absence of somebody who fills no role. */
export const unknownPerson: HandbookRule = {
  id: "unknown-person",
  scope: "handbook",
  severity: "warning",
  purpose: "Everyone in absences.yml fills a role in roles.yml.",
  why: "An absence under a misspelt name is overlooked: steps are given to somebody who is on holiday.",
  examples: [
    {
      title: "A misspelt name",
      wrong: { absences: "demo-jonass: [2026-12-07..2026-12-11]\n" },
      at: "demo-jonass",
      right: { absences: "demo-jonas: [2026-12-07..2026-12-11]\n" },
    },
  ],
  check: ({ roles, parsed }) => {
    const { absences } = parsed;
    if (!isRead(parsed.roles)) return [];
    const people = [...roles.values()].flatMap((role) => [...listOf(role.people), ...listOf(role.deputies)]);
    const known = new Set(people.map((login) => login.toLowerCase()));
    return [...absences.draft.keys()]
      .filter((login) => !known.has(login.toLowerCase()))
      .map((login) => ({
        path: absences.path,
        ...absences.data.keyPositionOf([login]),
        message: unexpectedWord(
          "person",
          login,
          [...new Set(people)],
          "add them to a role, or take them out.",
        ),
      }));
  },
};
