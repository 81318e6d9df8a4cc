import type { CivilDate } from "../calendar/index.ts";
import { dayAndMonth, longDate } from "./format-date.ts";
import { joinMarkdown, link, type Markdown, md, mention, ours, personName, table } from "./markdown.ts";
import { count } from "./plural.ts";
import { wordsOf } from "./word-lists.ts";

/** One step in the table of a retrospective. */
export interface RetrospectiveRow {
  readonly title: string;
  readonly plannedFor: CivilDate;
  readonly endedOn: CivilDate | undefined;
  readonly slipBusinessDays: number | undefined;
  readonly wasSkipped: boolean;
}

/** Departures that have one cause. */
export interface CauseLines {
  readonly cause:
    | "missing-step"
    | "needless-step"
    | "wrong-person"
    | "wrong-estimate"
    | "wrong-order"
    | "rework";
  readonly lines: readonly { readonly title: string; readonly by: string; readonly reason: string }[];
}

const causeHeadings: Readonly<Record<CauseLines["cause"], string>> = {
  "missing-step": "A step was missing",
  "needless-step": "A step was not needed",
  "wrong-person": "Somebody else did it",
  "wrong-estimate": "The time was too short or too long",
  "wrong-order": "The order was another",
  rework: "Work came back",
};

function slip(days: number | undefined, wasSkipped: boolean): Markdown {
  if (wasSkipped) return ours("skipped");
  if (days === undefined) return ours("not needed");
  if (days === 0) return ours("on the day");
  return days > 0 ? md`**${count(days, "business day")} late**` : md`${count(-days, "business day")} early`;
}

/** The comment that ends a run, and the word when it ends once more. */
export const retrospective = {
  again: (facts: {
    readonly titles: readonly string[];
    readonly endedOn: CivilDate;
    readonly url: string;
  }) => {
    const steps = wordsOf(
      facts.titles.map((title) => md`**${title}**`),
      "and",
    );
    return md`This run came to its end once more on ${longDate(facts.endedOn)}, after ${steps} ${facts.titles.length === 1 ? "was" : "were"} taken up again. I have brought ${link("how it went", facts.url)} up to date.`;
  },
  whole: (facts: {
    readonly title: string;
    readonly people: readonly string[];
    readonly endedOn: CivilDate;
    readonly onTimeShare: number | undefined;
    readonly onTime: number;
    readonly ended: number;
    readonly plannedLeadTime: number;
    readonly leadTime: number | undefined;
    readonly rows: readonly RetrospectiveRow[];
    readonly causes: readonly CauseLines[];
    readonly changeUrl: string;
  }) => {
    const share =
      facts.onTimeShare === undefined
        ? md``
        : md` ${facts.onTime} of ${count(facts.ended, "step")} were done on time (${Math.round(facts.onTimeShare * 100)} %).`;
    const lead =
      facts.leadTime === undefined
        ? md``
        : md` It took ${facts.leadTime === 0 ? "less than a business day" : count(facts.leadTime, "business day")}; the plan had ${facts.plannedLeadTime}.`;
    const rows = facts.rows.map((row) => [
      md`${row.title}`,
      md`${dayAndMonth(row.plannedFor)}`,
      row.endedOn === undefined || row.wasSkipped ? ours("–") : md`${dayAndMonth(row.endedOn)}`,
      slip(row.slipBusinessDays, row.wasSkipped),
    ]);
    const causes = facts.causes.map(({ cause, lines }) => {
      const items = lines.map(({ title, by, reason }) => {
        const who = by === "" ? md`` : md`, ${personName(by)}`;
        return md`- **${title}**${who}${reason === "" ? md`` : md`: “${reason}”`}`;
      });
      return md`**${causeHeadings[cause]}**\n\n${joinMarkdown(items, "\n")}`;
    });
    const people =
      facts.people.length > 0 ? md`${wordsOf(facts.people.map(mention), "and")}: thank you. ` : md``;
    return joinMarkdown(
      [
        md`### ${facts.title}: how it went`,
        md`Finished on ${longDate(facts.endedOn)}.${share}${lead}`,
        table(["Step", "Planned", "Done", ""], rows),
        facts.causes.length > 0
          ? md`#### Where it left the plan\n\n${joinMarkdown(causes, "\n\n")}`
          : md`It went as planned, with no departure from it.`,
        md`#### What should the next run know?\n\n${people}A few words below are enough:\n\n- What held you up, and what would have helped?\n- Was a step missing, needless, or with the wrong person?\n- Which date was too tight, which one too generous?`,
        link("Propose a change to this process", facts.changeUrl),
      ],
      "\n\n",
    );
  },
};
