import { code } from "../message.ts";
import type { HandbookRule, UnreadEntry } from "./rule.ts";

const reasons: Readonly<Record<UnreadEntry["kind"], string>> = {
  link: "is a link to another place, which Handrail never follows, expected the file itself; copy it here",
  "no-utf8": "is not written in UTF-8, so letters such as é would be lost; save it as UTF-8",
  "too-large":
    "is larger than a megabyte, expected a text that a person can read; move long material elsewhere and link to it",
  unreadable: "cannot be read; look at its permissions",
};

/** Something in the handbook's folder that was not read. */
export const unreadFile: HandbookRule = {
  id: "unread-file",
  scope: "handbook",
  severity: "error",
  isEssential: true,
  purpose: "Every file of the handbook is a plain text file in UTF-8, not a link to one.",
  why: "A link can lead out of the handbook to any file of the machine that builds it, and in another encoding names and titles come out garbled. Such files are left out, and nobody would be told.",
  examples: [
    {
      title: "A link instead of a file",
      wrong: { facts: { unread: [{ path: "content/example.mdx", kind: "link" }] } },
      at: "---",
      right: { facts: { unread: [] } },
    },
  ],
  check: ({ facts }) =>
    (facts.unread ?? []).map(({ path, kind }) => ({
      path,
      line: 1,
      column: 1,
      message: `${code(path)} ${reasons[kind]}.`,
    })),
};
