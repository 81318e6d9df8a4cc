import { text } from "../../core/text/index.ts";
import { workflowData } from "../../core/workflow-data.ts";

/** What a job came to, in sentences. */
export interface JobOutcome {
  readonly done: readonly string[];
  readonly warnings: readonly string[];
  readonly failures: readonly string[];
  /** Lines for GitHub Actions that mark lines of files, ready to be printed. */
  readonly marks?: readonly string[] | undefined;
  /** Markdown for the summary of the job, ready to be shown. */
  readonly pages?: readonly string[] | undefined;
}

/** The lines that GitHub Actions turns into marks beside the job; anything done is said plainly. */
export function outcomeLines({ done, warnings, failures, marks = [] }: JobOutcome): string[] {
  return [
    ...done,
    ...marks,
    ...warnings.map((sentence) => `::warning::${workflowData(sentence)}`),
    ...failures.map((sentence) => `::error::${workflowData(sentence)}`),
  ];
}

/** The same as Markdown for the summary of the job. */
export function outcomeSummary({ done, warnings, failures, pages = [] }: JobOutcome): string {
  const list = (sentences: readonly string[]) =>
    sentences.map((sentence) => `- ${plain(sentence)}\n`).join("");
  const heading =
    failures.length > 0 ? `${text.job.title}: ${text.job.failed.toLowerCase()}` : text.job.title;
  return `### ${heading}\n\n${list(failures)}${list(warnings)}${list(done)}${pages.map((page) => `\n${page}\n`).join("")}`;
}

/** Sentences may repeat what GitHub or a person said: one line, and no HTML or mention comes alive. */
function plain(sentence: string): string {
  return sentence
    .replace(/\s+/g, " ")
    .replace(/[<>]/g, (sign) => (sign === "<" ? "&lt;" : "&gt;"))
    .replaceAll("@", "@\u200b");
}
