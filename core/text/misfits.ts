import type { CivilDate } from "../calendar/index.ts";
import { longDate } from "./format-date.ts";
import { codeSpan, issueLink, joinMarkdown, type Markdown, md, mention, personName } from "./markdown.ts";
import { count } from "./plural.ts";
import { stepWithIssue } from "./word-lists.ts";

interface StepFacts {
  readonly step: string;
  readonly title: string;
  readonly issue: number | undefined;
  readonly dueDate: CivilDate;
}

interface PersonFacts extends StepFacts {
  readonly login: string;
  readonly isApproval: boolean;
  /** Who could take the step over; nothing when nobody is known. */
  readonly successor: string | undefined;
}

/** Something about a run that does not fit the newest handbook. */
export type MisfitFacts =
  | {
      readonly kind: "anchor-closed";
      readonly anchor: string;
      readonly dueDate: CivilDate;
      readonly instead: CivilDate;
    }
  | ({ readonly kind: "closed"; readonly instead: CivilDate } & StepFacts)
  | ({ readonly kind: "away" } & PersonFacts)
  | ({ readonly kind: "left" } & PersonFacts);

/** More of them fill no mail; the steps beyond are counted. */
const mostLines = 20;

function handOver({ successor = "login", login, isApproval, issue }: PersonFacts, why: string): Markdown {
  const line = `/hand-to @${successor}${isApproval ? ` for @${login}` : ""} ${why}`;
  return issue === undefined
    ? md`To give it to somebody else, write there: ${codeSpan(line)}`
    : md`To give it to somebody else, write on ${issueLink(issue)}: ${codeSpan(line)}`;
}

function lineOf(facts: MisfitFacts): Markdown {
  switch (facts.kind) {
    case "anchor-closed":
      return md`The **${facts.anchor.toLowerCase()}**, ${longDate(facts.dueDate)}, is a day off now. To move the run, write here: ${codeSpan(`/move ${facts.instead} nobody works that day`)}`;
    case "closed":
      return md`${stepWithIssue(facts)} is due on ${longDate(facts.dueDate)}, which is a day off now. To give it another date, write ${facts.issue === undefined ? md`there` : md`on ${issueLink(facts.issue)}`}: ${codeSpan(`/due ${facts.instead} nobody works that day`)}`;
    case "away":
      return md`${personName(facts.login)} will be away for ${stepWithIssue(facts)}, due ${longDate(facts.dueDate)}. ${handOver(facts, `${facts.login} is away`)}`;
    case "left":
      return md`${personName(facts.login)} has no role in the handbook any more, but has ${stepWithIssue(facts)}, due ${longDate(facts.dueDate)}. ${handOver(facts, `${facts.login} has left`)}`;
  }
}

/** What no longer fits a run since the handbook has changed, with the line that mends each. */
export function misfits(told: string | undefined, found: readonly MisfitFacts[]): Markdown {
  const lines = found.slice(0, mostLines).map((facts) => md`- ${lineOf(facts)}`);
  const more = found.length - lines.length;
  const who =
    told === undefined
      ? md`Days off, absences or people`
      : md`${mention(told)}, days off, absences or people`;
  return md`${who} in the handbook have changed, and this run no longer fits them. I have changed nothing here: all dates stay as promised.

${joinMarkdown([...lines, ...(more > 0 ? [md`- and ${count(more, "thing")} more of the kind`] : [])], "\n")}`;
}
