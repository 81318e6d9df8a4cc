import { type Right, rightsBySubject } from "../../core/run/index.ts";
import { siteText } from "../../core/text/index.ts";

/** What can be done to one thing, in words; words of code stand between backquotes. */
export interface RightsTable {
  /** The anchor of the table on its page. */
  readonly id: string;
  readonly title: string;
  readonly rows: readonly RightsRow[];
}

export interface RightsRow {
  readonly acts: readonly string[];
  /** Who may, and under which setting that holds. */
  readonly who: string;
  readonly reason: string;
}

const words = siteText.rightsPage;

/** The table of rights as the guide prints it: made from the one that the bot uses. */
export function rightsTables(): RightsTable[] {
  return rightsBySubject().map(({ subjects, rights }) => ({
    id: `on-${subjects[0]}`,
    title: subjects.map((subject) => words.tables[subject]).join(" · "),
    rows: rights.map((right) => ({
      acts: right.acts.map(actInWords),
      who: whoInWords(right),
      reason: words.reasons[right.reason],
    })),
  }));
}

function actInWords(act: Right["acts"][number]): string {
  return (words.acts as Readonly<Record<string, string | undefined>>)[act] ?? `\`/${act}\``;
}

function whoInWords({ may, notJudged, approvals }: Right): string {
  const everybody = may.length === Object.keys(words.standings).length;
  const who = everybody ? words.everybody : may.map((standing) => words.standings[standing]).join(", ");
  return [who, notJudged && words.notJudged, approvals && words.settings[approvals]]
    .filter((part) => part !== undefined && part !== "")
    .join("; ");
}
