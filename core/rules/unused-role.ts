import { code } from "../message.ts";
import type { HandbookRule } from "./rule.ts";
import { usedRoles } from "./support/used-roles.ts";

/** A role that no process names. */
export const unusedRole: HandbookRule = {
  id: "unused-role",
  scope: "handbook",
  severity: "advice",
  needsAllFiles: true,
  purpose: "Every role of roles.yml is named by some process.",
  why: "A role without a process is a leftover, or a sign that a process forgets somebody.",
  examples: [
    {
      title: "A role nobody names",
      wrong: {
        roles:
          "author: { title: Author, people: [demo-jonas, demo-ben] }\neditor: { title: Editor, people: [demo-lena, demo-sofia] }\nillustrator: { title: Illustrator, people: [demo-mira, demo-ben] }\n",
      },
      at: "illustrator:",
      right: {
        roles:
          "author: { title: Author, people: [demo-jonas, demo-ben] }\neditor: { title: Editor, people: [demo-lena, demo-sofia] }\n",
      },
    },
  ],
  check: (context) => {
    const { roles, processes } = context.parsed;
    // A process that could not be read may name any role.
    if (!processes.every(({ draft }) => draft.steps !== undefined)) return [];
    const { path, data } = roles;
    return usedRoles(context)
      .filter(({ isNamed }) => !isNamed)
      .map(({ id }) => ({
        path,
        ...data.keyPositionOf([id]),
        message: `No process names the role ${code(id)}, expected it in some step; give it a part, or take it out of roles.yml.`,
      }));
  },
};
