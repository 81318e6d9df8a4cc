import { listOf } from "../definition/index.ts";
import { unexpectedWord } from "../message.ts";
import type { HandbookRule } from "./rule.ts";
import { isRead } from "./support/misread.ts";

/** Something said of somebody who fills no role. */
export const unknownPerson: HandbookRule = {
  id: "unknown-person",
  scope: "handbook",
  severity: "warning",
  purpose: "Everyone in absences.yml and people.yml fills a role in roles.yml.",
  why: "What stands under a misspelt name is overlooked: steps are given to somebody who is on holiday, and reminders come at the wrong hour.",
  examples: [
    {
      title: "A misspelt name",
      wrong: { absences: "demo-jonass: [2026-12-07..2026-12-11]\n" },
      at: "demo-jonass",
      right: { absences: "demo-jonas: [2026-12-07..2026-12-11]\n" },
    },
    {
      title: "A name in place of the login",
      wrong: { people: "jonas: { name: Jonas Wyss }\n" },
      at: "jonas",
      right: { people: "demo-jonas: { name: Jonas Wyss }\n" },
    },
  ],
  check: ({ roles, parsed }) => {
    if (!isRead(parsed.roles)) return [];
    const logins = [...roles.values()].flatMap((role) => [...listOf(role.people), ...listOf(role.deputies)]);
    const known = new Set(logins.map((login) => login.toLowerCase()));
    return [parsed.absences, parsed.people].flatMap(({ path, data, draft }) =>
      [...draft.keys()]
        .filter((login) => !known.has(login.toLowerCase()))
        .map((login) => ({
          path,
          ...data.keyPositionOf([login]),
          message: unexpectedWord(
            "person",
            login,
            [...new Set(logins)],
            "add them to a role, or take them out.",
          ),
        })),
    );
  },
};
