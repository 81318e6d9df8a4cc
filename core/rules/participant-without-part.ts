import { code } from "../message.ts";
import type { ContextRule } from "./rule.ts";
import { isMisreadAt } from "./support/misread.ts";
import { roleMentions } from "./support/role-mentions.ts";

/** A role said to be involved that no step involves. */
export const participantWithoutPart: ContextRule = {
  id: "participant-without-part",
  scope: "process-in-context",
  severity: "error",
  purpose:
    "Every participant has a part: does, approves, answers for, brings, is asked about or is told of some step.",
  why: "People who are named at the top and appear in no step do not know what is expected of them, and whoever needs their work does not know whom to ask.",
  examples: [
    {
      title: "An editor who has nothing to do",
      wrong: {
        process: `participants: [author, editor]
steps:
  - { id: draft, title: Write the draft, role: author }`,
      },
      at: "editor]",
      right: {
        process: `participants: [author, editor]
steps:
  - { id: draft, title: Write the draft, role: author, consulted: editor }`,
      },
    },
  ],
  check: (process, { roles }) => {
    const mentions = roleMentions(process);
    // A misspelt role of a step may well be the participant that is missing there.
    const isUnsure = mentions.some(({ step, role }) => step !== undefined && !roles.has(role));
    if (isUnsure || process.draft.steps === undefined || isMisreadAt(process, /^steps\./)) return [];
    const withPart = new Set(mentions.filter(({ step }) => step !== undefined).map(({ role }) => role));
    return mentions
      .filter(({ use, role }) => use === "participant" && !withPart.has(role) && roles.has(role))
      .map(({ role, path }) => ({
        ...process.frontMatter.positionOf(path),
        message: `Participant ${code(role)} has no part in any step, expected it as role, approver, accountable, consulted, informed or under \`input\`; give it one, or take it out of \`participants\`.`,
      }));
  },
};
