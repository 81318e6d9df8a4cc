import { code } from "../message.ts";
import type { HandbookRule } from "./rule.ts";
import { usedRoles } from "./support/used-roles.ts";

/** A role that has work, but nobody to do it. */
export const roleWithoutPeople: HandbookRule = {
  id: "role-without-people",
  scope: "handbook",
  severity: "warning",
  purpose: "Every role that does, approves or answers for something has people in roles.yml.",
  why: "Its steps would be assigned to nobody. The bot says so in the run, but by then the date is set.",
  examples: [
    {
      title: "A role with a title only",
      wrong: {
        roles: "author: { title: Author }\neditor: { title: Editor, people: [demo-lena, demo-sofia] }\n",
      },
      at: "author:",
      right: {
        roles:
          "author: { title: Author, people: [demo-jonas, demo-ben] }\neditor: { title: Editor, people: [demo-lena, demo-sofia] }\n",
      },
    },
  ],
  check: (context) => {
    const { path, data, findings } = context.parsed.roles;
    const isMisread = (id: string) => findings.some(({ misread }) => misread?.startsWith(`${id}.`));
    return usedRoles(context)
      .filter(
        ({ id, hasWork, inLine, isOutside }) =>
          hasWork && inLine.length === 0 && !isOutside && !isMisread(id),
      )
      .map(({ id }) => ({
        path,
        ...data.keyPositionOf([id]),
        message: `Role ${code(id)} has work but nobody to do it, expected \`people:\` with at least one GitHub login; add it.`,
      }));
  },
};
