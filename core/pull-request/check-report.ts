import type { HandbookMeaning } from "../change/index.ts";
import type { Problem, Severity } from "../problem.ts";
import { joinMarkdown, type Markdown, md, text } from "../text/index.ts";
import { awaitedOwners } from "./agreement.ts";
import { awaitedTitle, whyNotYet } from "./agreement-part.ts";
import { problemsBrought } from "./problems-brought.ts";
import type { ProposedMerge } from "./proposed-merge.ts";
import { stakesOf } from "./stakes-of.ts";

/** A remark on a line of a file, as GitHub shows it beside the line. */
export interface CheckAnnotation {
  readonly path: string;
  readonly line: number;
  readonly level: "failure" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
}

/** What a pull request has its check say. */
export interface CheckReport {
  /** Failure where something is wrong, action required while somebody has to agree, neutral where something had better be otherwise. */
  readonly conclusion: "success" | "neutral" | "failure" | "action_required";
  readonly title: string;
  readonly summary: Markdown;
  /** In file order, errors first within a request: GitHub takes fifty at a time. */
  readonly annotations: readonly CheckAnnotation[];
}

const levels: Readonly<Record<Severity, CheckAnnotation["level"]>> = {
  error: "failure",
  warning: "warning",
  advice: "notice",
};

/** So many problems are told in the summary; all are told on their lines. */
const mostInSummary = 20;

/** What a pull request has its check say: the problems that it brings, and whom it waits for. */
export function checkReport(merge: ProposedMerge, meaning: HandbookMeaning): CheckReport {
  const problems = problemsBrought(merge);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.filter(({ severity }) => severity === "warning").length;
  const owners = awaitedOwners(merge, stakesOf(merge, meaning));
  const awaited = awaitedTitle(owners, merge);
  const counts = text.pullRequest.title(errors, warnings, problems.length - errors - warnings);
  const lightly = warnings > 0 ? "neutral" : "success";
  return {
    conclusion: errors > 0 ? "failure" : awaited === undefined ? lightly : "action_required",
    title: errors > 0 || awaited === undefined ? counts : awaited,
    summary: joinMarkdown(
      [md`${awaited ?? ""}`, whyNotYet(owners, merge), summaryOf(problems, meaning)],
      "\n\n",
    ),
    annotations: problems.toSorted(worstFirst).map(annotationOf),
  };
}

const order: readonly Severity[] = ["error", "warning", "advice"];

function worstFirst(a: Problem, b: Problem): number {
  return order.indexOf(a.severity) - order.indexOf(b.severity);
}

const heaviest: readonly CheckAnnotation["level"][] = order.map((severity) => levels[severity]);

/** Orders remarks: GitHub takes fifty at a time, and what must be mended comes first. */
export function heaviestFirst(a: CheckAnnotation, b: CheckAnnotation): number {
  return heaviest.indexOf(a.level) - heaviest.indexOf(b.level);
}

function annotationOf({ file, line, severity, problemId, message }: Problem): CheckAnnotation {
  return { path: file, line, level: levels[severity], title: problemId, message };
}

function summaryOf(problems: readonly Problem[], meaning: HandbookMeaning): Markdown {
  const words = text.pullRequest;
  const told = problems.toSorted(worstFirst).slice(0, mostInSummary);
  const lines = told.map(({ file, line, severity, message }) => words.problem(severity, file, line, message));
  const more = problems.length > told.length ? [words.moreProblems(problems.length - told.length)] : [];
  const list = joinMarkdown([...lines, ...more], "\n");
  return joinMarkdown(
    [
      problems.length === 0 ? words.noProblems : words.problems(problems.length),
      list,
      ...(meaning.unreadable.length === 0 ? [words.weight(meaning.weight)] : []),
    ],
    "\n\n",
  );
}
