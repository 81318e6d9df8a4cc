import { type HandbookMeaning, meaningAsMarkdown, roomForMeaning } from "../change/index.ts";
import { nameOf } from "../definition/index.ts";
import { readNoteLine, writeNoteLine } from "../note-line.ts";
import type { Problem } from "../problem.ts";
import { joinMarkdown, type Markdown, md, ours, text } from "../text/index.ts";
import { writeAgreed } from "./agreed-note.ts";
import { agreementPart, titleOf } from "./agreement-part.ts";
import { besideInNote, type HeadNote, readHeadNote, writeHeadNote } from "./head-note.ts";
import type { ObservedPullRequest } from "./observed-pull-request.ts";
import { problemsBrought } from "./problems-brought.ts";
import { replayPart } from "./replay-part.ts";
import { type Asked, reviewersOf, writeAsked } from "./reviewers.ts";
import { keptRuns, runsPart } from "./runs-part.ts";
import { stakesOf } from "./stakes-of.ts";

const kind = "pull-request";

/** The hidden words by which the comment is known. */
export const meaningSign = writeNoteLine(kind);

/** Whether a comment is the one that says what a pull request means. It counts only in what the bot wrote. */
export function isMeaningComment(body: string): boolean {
  return readNoteLine(kind, body) === "";
}

const words = text.pullRequest;
/** So many mistakes are told; the check tells all of them. */
const mostErrors = 5;
/** So many changed pages are named. */
const mostPages = 20;

/** A commit that is the newest one anew, as after a branch was put back, or is for another branch now, is agreed to anew. */
function headNoteOf(observed: ObservedPullRequest): HeadNote {
  const { comment, headSha, baseBranch, openedWith, newestComment, beside, rules } = observed;
  const known = readHeadNote(comment?.body);
  const isSame = known?.head === headSha && known.base === baseBranch;
  return {
    opened: openedWith,
    head: headSha,
    base: baseBranch,
    after: isSame ? known.after : newestComment,
    ...besideInNote(beside),
    rules,
  };
}

/** Where the pages can be read as they would be, and which of them are others; nothing where no job builds them. */
function previewPart(observed: ObservedPullRequest, { processes }: HandbookMeaning): Markdown {
  if (!observed.offersPreview) return md``;
  const pages = processes.flatMap(({ entry }) =>
    entry.kind === "removed" ? [] : [`processes/${entry.process}/index.html`],
  );
  const checks = `${observed.repositoryUrl}/pull/${observed.number}/checks`;
  return text.pullRequest.preview(checks, pages.slice(0, mostPages), Math.max(0, pages.length - mostPages));
}

/** What must be mended first, as far as it can be told in a few lines. */
function brokenPart(errors: readonly Problem[]): Markdown {
  if (errors.length === 0) return md``;
  const named = errors
    .slice(0, mostErrors)
    .map(({ severity, file, line, message }) => words.problem(severity, file, line, message));
  const more = errors.length > mostErrors ? [words.moreProblems(errors.length - mostErrors)] : [];
  return joinMarkdown([words.broken(errors.length), joinMarkdown([...named, ...more], "\n")], "\n\n");
}

/**
 * The comment that says what a pull request means; the same text for the same change, so that it is written once. `asked` are
 * those of whom a review has been asked.
 */
export function meaningComment(
  observed: ObservedPullRequest,
  meaning: HandbookMeaning,
  { now, asked }: { readonly now: string; readonly asked: Asked },
): string {
  const { before, after, current, headSha, agreed } = observed;
  const errors = problemsBrought(observed).filter(({ severity }) => severity === "error");
  const sides = { before: before.handbook, after: after.handbook };
  const stakes = stakesOf(observed, meaning);
  // GitHub tells whom it asks for a review: to mention them as well would be two mails about one thing.
  const toldByGitHub = reviewersOf(observed, stakes).filter((login) => !asked.refused.includes(login));
  // Not by the names of the changed files: whoever proposes a change could call people whatever they like.
  const agreement = agreementPart(observed, stakes, toldByGitHub).withNames((login) =>
    nameOf(login, current.handbook.people),
  );
  const runs = runsPart(keptRuns(observed, meaning, now), (role) => titleOf(role, observed));
  const replay = replayPart(observed, now);
  // What stands below is short by its own bounds; the meaning takes the room that is left.
  const broken = brokenPart(errors);
  const room = [agreement, runs, replay, broken].reduce(
    (left, { text: part }) => left - part.length,
    roomForMeaning,
  );
  const told = meaningAsMarkdown(meaning, sides, room).trim();
  const parts = [
    words.heading,
    broken,
    ours(told),
    replay,
    agreement,
    runs,
    previewPart(observed, meaning),
    words.footer(headSha),
  ];
  return `${joinMarkdown(parts, "\n\n").text}\n\n${meaningSign}${[
    ...(asked.taken.length + asked.refused.length > 0 ? [writeAsked(asked)] : []),
    ...(agreed.length > 0 ? [writeAgreed({ headSha, people: agreed })] : []),
    writeHeadNote(headNoteOf(observed)),
  ]
    .map((note) => `\n${note}`)
    .join("")}`;
}
