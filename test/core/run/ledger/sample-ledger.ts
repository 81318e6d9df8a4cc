import type { Ledger, LedgerEntry } from "../../../../core/run/ledger/ledger.ts";

type Kind = LedgerEntry["kind"];
type Day = Ledger["checkedOn"];

const day = "2026-11-02" as Day;
const later = "2026-11-05" as Day;
const common = {
  at: "2026-11-03T09:00:00Z",
  by: "demo-ines",
  byId: 11,
  hadBy: [11, 12],
  seen: new Map<string, readonly [number, number]>([["draft", [1, 2]]]),
  dates: [day, later],
  promised: new Map<string, readonly [Day, Day]>([["draft", [day, later]]]),
} as const;

/** One entry of every kind, with everything an entry of that kind can say. */
export const entryOfEach: { readonly [K in Kind]: Extract<LedgerEntry, { kind: K }> } = {
  go: { ...common, kind: "go", comment: 5 },
  closed: {
    ...common,
    kind: "closed",
    step: "draft",
    early: true,
    comment: 6,
    note: "The link is in the text.",
    collected: new Map([["hours", "3.5"]]),
  },
  reopened: { ...common, kind: "reopened", step: "draft" },
  responded: { ...common, kind: "responded", step: "draft" },
  approved: {
    ...common,
    kind: "approved",
    step: "approval",
    roles: ["editor"],
    texts: [["draft", "abcdef"]],
    comment: 7,
  },
  worked: { ...common, kind: "worked", step: "draft" },
  edited: { ...common, kind: "edited", step: "draft" },
  undone: { ...common, kind: "undone", of: "handed", step: "draft", comment: 9, asked: 8, inTurn: true },
  changes: { ...common, kind: "changes", step: "approval", reason: "Shorter, please.", comment: 10 },
  decided: {
    ...common,
    kind: "decided",
    step: "go-or-not",
    outcome: "yes",
    reason: "It sells.",
    comment: 11,
  },
  proposed: {
    ...common,
    kind: "proposed",
    moves: "draft",
    date: later,
    reason: "Fair week",
    comment: 12,
    warnings: { messages: ["Ines is away."], left: 1, earliest: later },
  },
  answered: {
    ...common,
    kind: "answered",
    step: "print",
    subject: "print-shop",
    value: "yes",
    reason: "As last year",
    comment: 13,
  },
  skipped: {
    ...common,
    kind: "skipped",
    step: "draft",
    reason: "Not needed",
    comment: 14,
    gave: [
      [11, [12, 13]],
      [null, [14]],
    ],
  },
  due: {
    ...common,
    kind: "due",
    step: "draft",
    date: later,
    reason: "Ill",
    comment: 15,
    warnings: { messages: ["It is late."], left: 2 },
  },
  moved: {
    ...common,
    kind: "moved",
    anchorDate: later,
    reason: "Hall is taken",
    comment: 16,
    warnings: { messages: ["Ines is away."], left: 0 },
  },
  added: {
    ...common,
    kind: "added",
    step: "added-1",
    title: "Ask the lawyer",
    person: "demo-lena",
    date: later,
    after: ["draft"],
    before: ["approval"],
    reason: "New rules",
    comment: 17,
    warnings: { messages: ["It is a Sunday."], left: 0 },
  },
  handed: {
    ...common,
    kind: "handed",
    step: "draft",
    to: ["demo-lena"],
    toIds: new Map([["demo-lena", 12]]),
    from: ["demo-ines"],
    roles: ["editor"],
    inTurn: true,
    reason: "On holiday",
    comment: 18,
    warnings: { messages: ["Lena has too much."], left: 0 },
  },
  cancelled: { ...common, kind: "cancelled", reason: "No budget", comment: 19 },
  resumed: { ...common, kind: "resumed" },
  restored: { ...common, kind: "restored", from: "history" },
  "upgrade-proposed": { ...common, kind: "upgrade-proposed", revision: "def", comment: 20 },
  upgraded: {
    ...common,
    kind: "upgraded",
    from: "abc",
    revision: "def",
    files: ["marketing/launch.mdx"],
    people: new Map([["draft", ["demo-lena"]]]),
    inTurn: ["draft"],
    answers: new Map([["topic", "Rails"]]),
    gone: new Map([["old", "Old title"]]),
    reworded: new Map([["draft", "Draft it"]]),
    comment: 21,
  },
  replied: { ...common, kind: "replied", comment: 22 },
  ended: { ...common, kind: "ended" },
};

/** A ledger with everything in it that a ledger can say. */
export const fullLedger: Ledger = {
  version: 8,
  process: "launch",
  revision: "0123456789abcdef0123456789abcdef01234567",
  files: ["marketing/launch.mdx", "marketing/blog-post.mdx"],
  checkedOn: later,
  anchorDate: "2026-12-18" as Day,
  answers: new Map([["topic", "Rails"]]),
  peopleByRole: new Map([["editor", ["demo-lena"]]]),
  startedBy: "demo-lena",
  startedById: 12,
  accounts: new Map([["demo-ines", 11]]),
  startedAt: "2026-11-02T09:00:00Z",
  goAfter: 4,
  baseline: new Map([["draft", { start: day, due: later, people: ["demo-ines"] }]]),
  slipBusinessDays: 3,
  like: 41,
  elsewhere: [{ person: "demo-ines", due: later, steps: 3 }],
  startWarnings: { messages: ["Ines is away."], left: 2, earliest: later },
  work: { digest: "wS3", at: "2026-11-04T09:00:00Z", by: "demo-jonas", byId: 13 },
  issues: new Map([["draft", 2]]),
  entries: Object.values(entryOfEach),
};

/** The least a ledger says. */
export const plainLedger: Ledger = {
  version: 2,
  process: "launch",
  revision: "abc",
  files: [],
  checkedOn: day,
  anchorDate: day,
  answers: new Map(),
  peopleByRole: new Map(),
  startedBy: "demo-lena",
  startedAt: "2026-11-02T09:00:00Z",
  goAfter: 0,
  baseline: new Map(),
  issues: new Map(),
  entries: [],
};

/** A ledger with these entries, and nothing else in it. */
export function ledgerWith(...entries: readonly LedgerEntry[]): Ledger {
  return { ...plainLedger, entries };
}
