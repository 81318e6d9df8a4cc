import { civilToday } from "../../core/calendar/index.ts";
import type { ProcessId } from "../../core/definition/index.ts";
import { shortDate, siteText } from "../../core/text/index.ts";
import type { Site } from "./site.ts";

/** A change that somebody proposes and nobody has decided. */
export interface ProposalLine {
  readonly title: string;
  readonly date: string;
  readonly href: string;
}

const most = 8;

/** The open proposals for a process, newest first; at most eight. */
export function proposalLines(id: ProcessId, { activity, handbook }: Site): ProposalLine[] {
  return activity.proposals
    .filter(({ process }) => process === id)
    .slice(0, most)
    .map(({ title, issue, openedAt }) => ({
      title: title || siteText.processPage.proposalNumber(issue.number),
      date: shortDate(civilToday(openedAt, handbook.config.timeZone)),
      href: issue.url,
    }));
}
