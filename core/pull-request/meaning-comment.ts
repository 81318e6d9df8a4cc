import { type HandbookMeaning, meaningAsMarkdown, roomForMeaning } from "../change/index.ts";
import { nameOf } from "../definition/index.ts";
import { readNoteLine, writeNoteLine } from "../note-line.ts";
import { joinMarkdown, type Markdown, md, ours, text } from "../text/index.ts";
import { writeAgreed } from "./agreed-note.ts";
import { agreementPart, titleOf } from "./agreement-part.ts";
import { besideInNote, type HeadNote, readHeadNote, writeHeadNote } from "./head-note.ts";
import type { ObservedPullRequest } from "./observed-pull-request.ts";
import { replayPart } from "./replay-part.ts";
import { type Asked, reviewersOf, writeAsked } from "./reviewers.ts";
import { keptRuns, runsPart } from "./runs-part.ts";
import { stakesOf } from "./stakes-of.ts";

const kind = "pull-request";

/** Whether a comment is the one that says what a pull request means. It counts only in what the bot wrote. */
export function isMeaningComment(body: string): boolean {
  return readNoteLine(kind, body) === "";
}

/** So many changed pages are named. */
const mostPages = 20;

/** A commit that is the newest one anew, as after a branch was put back, or is for another branch now, is agreed to anew. */
function headNoteOf(observed: ObservedPullRequest): HeadNote {
  const { comment, headSha, baseBranch, openedWith, newestComment, beside } = observed;
  const known = readHeadNote(comment?.body);
  const isSame = known?.head === headSha && known.base === baseBranch;
  return {
    opened: openedWith,
    head: headSha,
    base: baseBranch,
    after: isSame ? known.after : newestComment,
    ...besideInNote(beside),
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
  const words = text.pullRequest;
  const errors = after.problems.filter(({ severity }) => severity === "error").length;
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
  const room = roomForMeaning - agreement.text.length - runs.text.length - replay.text.length;
  const told = meaningAsMarkdown(meaning, sides, room).trim();
  const parts = [
    words.heading,
    errors > 0 ? words.broken(errors) : md``,
    ours(told),
    replay,
    agreement,
    runs,
    previewPart(observed, meaning),
    words.footer(headSha),
  ];
  return `${joinMarkdown(parts, "\n\n").text}\n\n${writeNoteLine(kind)}${[
    ...(asked.taken.length + asked.refused.length > 0 ? [writeAsked(asked)] : []),
    ...(agreed.length > 0 ? [writeAgreed({ headSha, people: agreed })] : []),
    writeHeadNote(headNoteOf(observed)),
  ]
    .map((note) => `\n${note}`)
    .join("")}`;
}
