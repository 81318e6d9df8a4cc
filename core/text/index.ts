/** Every sentence people read, in the language of the handbook; English is the only one so far. */

export type { SlippingStep } from "./date-at-risk.ts";
export type { DeviationLine } from "./deviations.ts";
export * as text from "./en.ts";
export { dayAndMonth, longDate, shortDate } from "./format-date.ts";
export { glossaryTerms } from "./glossary.ts";
export { anchorNameOf, dueInWords, effortInWords, lengthInWords, offsetInWords } from "./lengths.ts";
export {
  codeSpan,
  escapeMarkdown,
  issueLink,
  joinMarkdown,
  link,
  Markdown,
  md,
  mention,
  messageWithCode,
  ours,
  personName,
  quoted,
  table,
} from "./markdown.ts";
export type { MisfitFacts } from "./misfits.ts";
export { count, listInWords } from "./plural.ts";
export { problemLines } from "./problem-lines.ts";
export type { StepCounts } from "./progress.ts";
export { asksForDoer, asksForMeaning, namesDay, namesNothing } from "./question-words.ts";
export type { RetrospectiveFacts } from "./retrospective.ts";
export { type Synonyms, synonyms } from "./search-words.ts";
export type { SiblingWords } from "./siblings.ts";
export * as siteText from "./site/index.ts";
export type { RunStepState } from "./site/run-page.ts";
export type { StatusRow } from "./status-table.ts";
export type { Handover } from "./step-issue.ts";
export type { DateCause } from "./told.ts";
export type { FinishedStep, Lateness, ToldOfLate, Turn } from "./turns.ts";
export type { UpgradeObstacle, UpgradePreview } from "./upgrade.ts";
export { namesFor } from "./word-lists.ts";
