import type { CivilDate } from "../calendar/index.ts";
import { dayAndMonth, shortDate } from "./format-date.ts";
import { issueLink, type Markdown, md, ours, personName, table } from "./markdown.ts";
import { type Reaction, reactionWords } from "./reaction-words.ts";
import { namesOf } from "./word-lists.ts";

/** One row of the status table. */
export interface StatusRow {
  readonly title: string;
  /** The heading it stands under; none when left out. */
  readonly phase?: string | undefined;
  readonly issue: number | undefined;
  readonly people: readonly string[];
  /** The titles of roles outside the team that have it; empty where somebody of the team does. */
  readonly outside: readonly string[];
  readonly dueDate: CivilDate;
  /** The moment on that day, where the step names one. */
  readonly dueTime: string | undefined;
  /** Whether it cannot be done before its turn. */
  readonly isStrict: boolean;
  /** When it will be over if everybody works on from today, where that is after its promised date. */
  readonly expectedDate: CivilDate | undefined;
  /** Whether something before it is late. */
  readonly isHeldUp: boolean;
  readonly baselineDueDate: CivilDate;
  readonly endedOn: CivilDate | undefined;
  readonly state:
    | "planned"
    | "ready"
    | "under-way"
    | "overdue"
    | "done"
    | "skipped"
    | "not-approved"
    | "left-out"
    | "cancelled";
  readonly isConditional: boolean;
  /** The first reaction of whoever has it, where one is asked for in a given time, and its turn goes on. */
  readonly reaction?: Reaction | undefined;
  /** Who has agreed to an approval that waits for others, or that somebody gave who is not named; empty for everything else. */
  readonly agreed: readonly string[];
  /** Which way a decision went; nothing for everything else. */
  readonly decided: { readonly outcome: string; readonly by: string } | undefined;
}

const stateWords: Readonly<Record<StatusRow["state"], Markdown>> = {
  planned: ours("planned"),
  ready: ours("▶ **their turn**"),
  "under-way": ours("▶ under way"),
  overdue: ours("! **overdue**"),
  done: ours("✓ done"),
  skipped: ours("» skipped"),
  "not-approved": ours("» skipped, **not approved**"),
  "left-out": ours("× not needed"),
  cancelled: ours("× cancelled"),
};

/** Who has a step: people of the team, or else who it is with outside; nothing when nobody has it. */
export function withWhom({
  people,
  outside,
}: {
  readonly people: readonly string[];
  readonly outside: readonly string[];
}): Markdown | undefined {
  if (people.length > 0) return namesOf(people);
  return outside.length > 0 ? md`${outside.join(", ")} (outside)` : undefined;
}

/** Rows of one phase stand one after the other; the first of them has the phase in a row above it. */
export function statusTable(rows: readonly StatusRow[]): Markdown {
  return table(
    ["Step", "Who", "Due", "State"],
    rows.flatMap((row, index) => {
      const isNew = row.phase !== undefined && row.phase !== rows[index - 1]?.phase;
      return isNew ? [[md`**${row.phase ?? ""}**`, md``, md``, md``], rowOf(row)] : [rowOf(row)];
    }),
  );
}

function rowOf(row: StatusRow): readonly Markdown[] {
  const title = row.issue === undefined ? md`${row.title}` : md`${issueLink(row.issue)} ${row.title}`;
  const planned =
    row.dueDate === row.baselineDueDate ? md`` : md` (planned ${dayAndMonth(row.baselineDueDate)})`;
  const time = row.dueTime === undefined ? "" : `, ${row.dueTime}`;
  const due =
    row.expectedDate === undefined
      ? md`${shortDate(row.dueDate)}${time}${planned}`
      : md`**Expected ${dayAndMonth(row.expectedDate)}**, promised ${dayAndMonth(row.dueDate)}${time}${planned}`;
  const who = withWhom(row) ?? ours("**nobody**");
  const ended = row.endedOn === undefined ? md`` : md` ${dayAndMonth(row.endedOn)}`;
  const onlyIf = row.isConditional && row.state === "planned" ? ours(", if needed") : md``;
  const inTurn = row.isStrict && row.state === "planned" ? ours(", only in its turn") : md``;
  const heldUp = row.isHeldUp ? ours(", held up") : md``;
  const agreed =
    row.agreed.length === 0
      ? md``
      : md`, ${namesOf(row.agreed)} ${row.agreed.length === 1 ? "has" : "have"} agreed`;
  const said = reactionWords(row.reaction);
  const reaction = said === undefined ? md`` : md`, ${said}`;
  const decided =
    row.decided === undefined
      ? md``
      : md`: **${row.decided.outcome}**${row.decided.by === "" ? md`` : md`, by ${personName(row.decided.by)}`}`;
  return [
    title,
    who,
    due,
    md`${stateWords[row.state]}${ended}${decided}${agreed}${onlyIf}${inTurn}${heldUp}${reaction}`,
  ];
}
