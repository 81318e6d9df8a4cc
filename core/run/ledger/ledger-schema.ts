import { z } from "zod";
import { type CivilDate, parseCivilDate } from "../../calendar/index.ts";
import { type Ledger, type LedgerEntry, ledgerVersions, takenBackKinds } from "./ledger.ts";

/*
 * The ledger as it is stored, from version 2 on: 3 knows what was collected when a step was done, and runs that follow a newer text of
 * the handbook; 4 knows why something was decided, what a move from above brings, and answers to retrospectives; 5 knows what the steps
 * of a run inside another one said when it was over; 6 knows what every other change of the plan brings; 7 knows who
 * had a step in its turn, or worked on it before, and what an approver was asked about; 8 knows who gave work to whom in runs inside. Nothing in it is looked up by an id of
 * people's own choosing: what belongs to an id is stored as pairs and read into a Map, so that a step called `constructor` is a step
 * like any other.
 */

const id = z.string().max(200);
const login = z.string().max(100);
/** No text of an entry is longer; what people write longer is cut where it is taken in. */
export const longestWords = 2000;

const words = z.string().max(longestWords);
const instant = z.iso.datetime({ offset: true });
const civilDate = z.custom<CivilDate>(
  (value) => typeof value === "string" && parseCivilDate(value) === value,
);
const comment = z.int().nonnegative();
const revision = z.string().max(64);
const files = z.array(z.string().max(500));
const account = z.nullable(z.int().positive());

function mapOf<Value extends z.ZodType>(value: Value) {
  return z.codec(z.array(z.tuple([id, value])), z.map(id, value), {
    decode: (pairs) => new Map(pairs as [string, never][]) as never,
    encode: (map) => [...map] as never,
  });
}

const entry = {
  at: instant,
  by: login,
  byId: z.optional(account),
  hadBy: z.optional(z.array(z.int().positive())),
  seen: z.optional(mapOf(z.tuple([z.int(), z.int()]))),
  dates: z.optional(z.tuple([civilDate, civilDate])),
  promised: z.optional(mapOf(z.tuple([civilDate, civilDate]))),
  askedAbout: z.optional(mapOf(z.array(z.tuple([id, z.string().max(100)])))),
  gave: z.optional(z.array(z.tuple([account, z.array(z.int().positive())]))),
};
const byHand = z.nullable(comment);

const unseenWarnings = z.strictObject({
  messages: z.array(words),
  left: z.int().nonnegative(),
  earliest: z.optional(civilDate),
});

/** One entry as it is stored and as the program has it. */
export const entrySchema = z.discriminatedUnion("kind", [
  z.strictObject({ ...entry, kind: z.literal("go"), comment }),
  z.strictObject({
    ...entry,
    kind: z.literal("closed"),
    step: id,
    early: z.boolean(),
    comment: z.optional(comment),
    note: z.optional(words),
    collected: z.optional(mapOf(z.string().max(500))),
  }),
  z.strictObject({ ...entry, kind: z.literal("reopened"), step: id }),
  z.strictObject({ ...entry, kind: z.literal("responded"), step: id }),
  z.strictObject({ ...entry, kind: z.literal("worked"), step: id }),
  z.strictObject({
    ...entry,
    kind: z.literal("approved"),
    step: id,
    roles: z.array(id),
    texts: z.array(z.tuple([id, z.string().max(100)])),
    comment,
  }),
  z.strictObject({ ...entry, kind: z.literal("edited"), step: id }),
  z.strictObject({
    ...entry,
    kind: z.literal("undone"),
    of: z.enum(takenBackKinds),
    step: z.optional(id),
    comment,
    asked: comment,
    inTurn: z.optional(z.literal(true)),
  }),
  z.strictObject({ ...entry, kind: z.literal("changes"), step: id, reason: words, comment }),
  z.strictObject({
    ...entry,
    kind: z.literal("decided"),
    step: id,
    outcome: words,
    reason: z.optional(words),
    comment,
  }),
  z.strictObject({
    ...entry,
    kind: z.literal("proposed"),
    moves: z.nullable(id),
    date: civilDate,
    reason: words,
    comment,
    warnings: z.optional(unseenWarnings),
  }),
  z.strictObject({
    ...entry,
    kind: z.literal("answered"),
    step: id,
    subject: id,
    value: words,
    reason: z.optional(words),
    comment,
  }),
  z.strictObject({ ...entry, kind: z.literal("skipped"), step: id, reason: words, comment: byHand }),
  z.strictObject({
    ...entry,
    kind: z.literal("due"),
    step: id,
    date: civilDate,
    reason: words,
    comment: byHand,
    warnings: z.optional(unseenWarnings),
  }),
  z.strictObject({
    ...entry,
    kind: z.literal("moved"),
    anchorDate: civilDate,
    reason: words,
    comment: byHand,
    warnings: z.optional(unseenWarnings),
  }),
  z.strictObject({
    ...entry,
    kind: z.literal("added"),
    step: id,
    title: words,
    person: login,
    date: civilDate,
    after: z.optional(z.array(id)),
    before: z.optional(z.array(id)),
    reason: words,
    comment: byHand,
    warnings: z.optional(unseenWarnings),
  }),
  z.strictObject({
    ...entry,
    kind: z.literal("handed"),
    step: id,
    to: z.array(login),
    toIds: z.optional(mapOf(z.int().positive())),
    from: z.optional(z.array(login)),
    roles: z.optional(z.array(id)),
    inTurn: z.optional(z.literal(true)),
    reason: words,
    comment: byHand,
    warnings: z.optional(unseenWarnings),
  }),
  z.strictObject({ ...entry, kind: z.literal("cancelled"), reason: words, comment: byHand }),
  z.strictObject({ ...entry, kind: z.literal("resumed") }),
  z.strictObject({ ...entry, kind: z.literal("restored"), from: z.enum(["history", "copy", "issues"]) }),
  z.strictObject({ ...entry, kind: z.literal("upgrade-proposed"), revision, comment }),
  z.strictObject({
    ...entry,
    kind: z.literal("upgraded"),
    from: revision,
    revision,
    files,
    people: mapOf(z.array(login)),
    inTurn: z.optional(z.array(id)),
    answers: mapOf(words),
    gone: mapOf(words),
    reworded: mapOf(words),
    comment,
  }),
  z.strictObject({ ...entry, kind: z.literal("replied"), comment }),
  z.strictObject({ ...entry, kind: z.literal("ended") }),
]) satisfies z.ZodType<LedgerEntry>;

/** The ledger as it is stored and as the program has it: decode reads, encode writes. */
export const ledgerSchema = z.strictObject({
  version: z.literal(ledgerVersions),
  process: id,
  revision,
  files,
  checkedOn: civilDate,
  anchorDate: civilDate,
  answers: mapOf(z.string().max(65_536)),
  peopleByRole: mapOf(z.array(login)),
  startedBy: login,
  startedById: z.optional(account),
  accounts: z.optional(mapOf(z.int().positive())),
  startedAt: z.nullable(instant),
  goAfter: comment,
  baseline: mapOf(z.strictObject({ start: civilDate, due: civilDate, people: z.array(login) })),
  slipBusinessDays: z.optional(z.int().positive()),
  like: z.optional(z.int().positive()),
  elsewhere: z.optional(
    z.array(z.strictObject({ person: login, due: civilDate, steps: z.int().positive().max(100_000) })),
  ),
  startWarnings: z.optional(unseenWarnings),
  work: z.optional(z.strictObject({ digest: z.string().max(100), at: instant, by: login, byId: account })),
  issues: mapOf(z.int().positive()),
  entries: z.array(entrySchema),
}) satisfies z.ZodType<Ledger>;
