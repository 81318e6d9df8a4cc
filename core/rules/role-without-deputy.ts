import { code } from "../message.ts";
import type { HandbookRule } from "./rule.ts";
import { usedRoles } from "./support/used-roles.ts";

/** A role that hangs on one person. */
export const roleWithoutDeputy: HandbookRule = {
  id: "role-without-deputy",
  scope: "handbook",
  severity: "advice",
  purpose: "Every role that does or approves something has at least two people, counting deputies.",
  why: "When the one person is on holiday or ill, the run waits for them. A deputy keeps it going, and knows it beforehand.",
  examples: [
    {
      title: "One person and no deputy",
      wrong: {
        roles:
          "author: { title: Author, people: demo-jonas }\neditor: { title: Editor, people: [demo-lena, demo-sofia] }\n",
      },
      at: "author:",
      right: {
        roles:
          "author: { title: Author, people: demo-jonas, deputies: demo-ben }\neditor: { title: Editor, people: [demo-lena, demo-sofia] }\n",
      },
    },
  ],
  check: (context) => {
    const { path, data, findings } = context.parsed.roles;
    const isMisread = (id: string) => findings.some(({ misread }) => misread?.startsWith(`${id}.`));
    return usedRoles(context)
      .filter(({ id, hasWork, inLine }) => hasWork && inLine.length === 1 && !isMisread(id))
      .map(({ id, inLine }) => ({
        path,
        ...data.keyPositionOf([id]),
        message: `Only ${code(inLine[0])} has the role ${code(id)}, expected somebody who can stand in; add \`deputies:\` with a login.`,
      }));
  },
};
