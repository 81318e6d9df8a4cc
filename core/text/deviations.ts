import type { CivilDate } from "../calendar/index.ts";
import { dayAndMonth } from "./format-date.ts";
import { codeSpan, joinMarkdown, type Markdown, md, personName } from "./markdown.ts";
import { count } from "./plural.ts";
import { reasonWords } from "./reason-words.ts";

/** One departure from the plan. */
export interface DeviationLine {
  readonly kind:
    | "skipped"
    | "not-approved"
    | "added"
    | "moved"
    | "date"
    | "handed-over"
    | "closed-early"
    | "reopened"
    | "upgraded";
  /** Title of the step; empty when it is about the whole run. */
  readonly title: string;
  /** The new date, or the person it went to; empty where there is nothing to add. */
  readonly detail: string;
  readonly by: string;
  readonly on: CivilDate;
  readonly reason: string;
  /** Address of the comment it was given in; nothing where there is none any more. */
  readonly reasonUrl: string | undefined;
}

/** Departures from the plan, folded; nothing where there are none. */
export function deviations(lines: readonly DeviationLine[]): Markdown {
  if (lines.length === 0) return md``;
  const items = lines.map((line) => {
    const reason = reasonWords(line.reason, line.reasonUrl);
    return md`- ${dayAndMonth(line.on)}: ${deviationSentence(line)}${reason}`;
  });
  return md`<details><summary>${count(lines.length, "departure")} from the plan</summary>\n\n${joinMarkdown(items, "\n")}\n\n</details>`;
}

function deviationSentence({ kind, title, detail, by }: DeviationLine): Markdown {
  const doer = by === "" ? md`` : md` by ${personName(by)}`;
  switch (kind) {
    case "skipped":
      return md`**${title}** skipped${doer}`;
    case "not-approved":
      return md`**${title}** skipped${doer}, so it is **not approved**`;
    case "added":
      return md`**${title}** added to this run${doer}`;
    case "moved":
      return md`The whole run moved to ${detail}${doer}`;
    case "date":
      return md`**${title}** moved to ${detail}${doer}`;
    case "handed-over":
      return md`**${title}** handed over to ${detail}${doer}`;
    case "closed-early":
      return md`**${title}** closed before its turn${doer}`;
    case "reopened":
      return md`**${title}** opened again${doer}`;
    case "upgraded":
      return md`Moved to a newer text of the process, ${codeSpan(detail)}${doer}`;
  }
}
