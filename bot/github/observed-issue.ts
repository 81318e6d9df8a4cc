import { hash } from "node:crypto";
import { parseCivilDate } from "../../core/calendar/index.ts";
import {
  type ObservedComment,
  type ObservedIssue,
  openNotes,
  type Seal,
  workTextOf,
} from "../../core/run/index.ts";
import { dueFieldName } from "./due-field.ts";
import type { Actor, CommentData, IssueData } from "./response-types.ts";
import { isEditedByPeople, type StandingText } from "./texts-before-edits.ts";
import { isApp, type Viewer } from "./viewer.ts";

/** What texts are read with. */
export interface TextReader {
  readonly viewer: Viewer;
  readonly seal: Seal | undefined;
  /** Database id of the repository. */
  readonly repository: number;
  /** Number of the run's issue, and of the one above it in this repository. */
  readonly run: number;
  readonly parent: number | null;
  /** What the bot wrote last where people changed it since, by node id. */
  readonly lastWritten: ReadonlyMap<string, string>;
}

/** An issue as the core speaks of it. */
export function issueOf(data: IssueData, reader: TextReader): ObservedIssue {
  const { viewer } = reader;
  const [closing] = data.closings.nodes;
  const [reopening] = data.reopenings.nodes;
  const [assignment] = data.assignments.nodes;
  const isClosed = data.state === "CLOSED";
  return {
    id: data.id,
    number: data.number,
    url: data.url,
    title: data.title,
    ...textOfIssue(data, reader),
    author: data.author?.login ?? "ghost",
    authorId: idOf(data.author),
    addedBy: data.adder?.login ?? null,
    addedById: idOf(data.adder),
    lastEdit: lastEditOf(data),
    lastRename: data.rename && {
      at: data.rename.createdAt,
      by: data.rename.actor?.login ?? "",
      byId: idOf(data.rename.actor),
    },
    workDigest: hash("sha256", workTextOf(data), "base64url"),
    state: isClosed ? "closed" : "open",
    stateReason: stateReasons[data.stateReason ?? ""] ?? null,
    createdAt: data.createdAt,
    closedAt: data.closedAt,
    closedBy: isClosed ? (closing?.actor?.login ?? null) : null,
    closedById: isClosed ? idOf(closing?.actor) : null,
    isClosedByUs: isClosed && viewer.owns(closing?.actor),
    reopenedAt: reopening?.createdAt ?? null,
    reopenedBy: reopening?.actor?.login ?? null,
    reopenedById: idOf(reopening?.actor),
    isReopenedByUs: viewer.owns(reopening?.actor),
    closings: data.closings.filteredCount,
    reopenings: data.reopenings.filteredCount,
    labels: data.labels.nodes.map((label) => label.name),
    assignees: data.assignees.nodes.map(({ login }) => login),
    assigneeIds: data.assignees.nodes.flatMap(({ databaseId }) => databaseId ?? []),
    assignment: assignment
      ? {
          at: assignment.createdAt,
          by: assignment.actor?.login ?? "ghost",
          byId: idOf(assignment.actor),
          isOurs: viewer.owns(assignment.actor),
        }
      : null,
    dating: datingOf(data, viewer),
    blockedBy: data.blockedBy.nodes
      .filter(({ repository }) => repository.databaseId === reader.repository)
      .map((blocking) => blocking.number),
    comments: data.comments.nodes.map((comment) => commentOf(comment, data.number, reader)),
  };
}

/** The last change of a text, whoever made it. */
export function lastEditOf({
  lastEditedAt,
  editor,
}: Pick<StandingText, "lastEditedAt" | "editor">): ObservedIssue["lastEdit"] {
  return lastEditedAt === null ? null : { at: lastEditedAt, by: editor?.login ?? "", byId: idOf(editor) };
}

/** Who last set the native due date, and to what. */
function datingOf({ datings }: IssueData, viewer: Viewer): ObservedIssue["dating"] {
  const last = datings.nodes.findLast((event) => event?.issueField?.name === dueFieldName);
  if (!last) return undefined;
  const { createdAt: at, actor, value } = last;
  const date = value == null ? null : parseCivilDate(value.slice(0, 10));
  if (date === undefined) return undefined;
  return { at, by: actor?.login ?? "ghost", byId: idOf(actor), isOurs: viewer.owns(actor), date };
}

type IssueText = Pick<
  ObservedIssue,
  "body" | "writtenBody" | "isByOurAccount" | "isOurs" | "isEditedByPeople"
>;

/** What the text of an issue is, and whose. */
export function textOfIssue(data: StandingText & { readonly number: number }, reader: TextReader): IssueText {
  const isByOurAccount = reader.viewer.owns(data.author);
  const isEdited = isEditedByPeople(data, reader.viewer);
  if (!isByOurAccount)
    return { body: data.body, writtenBody: "", isByOurAccount, isOurs: false, isEditedByPeople: isEdited };
  // The bot makes an issue before it knows its number; what it is bound to then is the run, or nothing yet.
  const opened = open(data.body, data.number, reader, 0);
  const before = reader.lastWritten.get(data.id);
  const written = !isEdited
    ? opened
    : before === undefined
      ? undefined
      : open(before, data.number, reader, 0);
  return {
    body: opened.text,
    writtenBody: written?.text ?? "",
    isByOurAccount,
    isOurs: written?.hold ?? true,
    isEditedByPeople: isEdited,
  };
}

/** A comment as the core speaks of it; `issue` is the number of the issue it is on. */
export function commentOf(data: CommentData, issue: number, reader: TextReader): ObservedComment {
  const { viewer } = reader;
  const isByOurAccount = viewer.owns(data.author);
  const isEdited = isEditedByPeople(data, viewer);
  const written = isByOurAccount && isEdited ? (reader.lastWritten.get(data.id) ?? "") : data.body;
  const opened = isByOurAccount ? open(written, issue, reader) : undefined;
  return {
    id: data.id,
    number: Number(data.fullDatabaseId),
    author: data.author?.login ?? "ghost",
    authorId: idOf(data.author),
    isByOurAccount,
    isOurs: opened?.hold ?? false,
    isByApp: isApp(data.author),
    isEditedByPeople: isEdited,
    edit:
      isEdited && data.lastEditedAt !== null
        ? { at: data.lastEditedAt, by: data.editor?.login ?? "ghost", byId: idOf(data.editor) }
        : null,
    doubts: opened?.doubts ?? new Map(),
    body: opened?.text ?? data.body,
    createdAt: data.createdAt,
    hasOurReaction: hasReacted(data, "THUMBS_UP"),
    isSetAside: hasReacted(data, "EYES"),
    ...(data.isMinimized && { isHidden: true as const }),
  };
}

function hasReacted({ reactionGroups }: CommentData, reaction: string): boolean {
  return (
    reactionGroups?.some(({ content, viewerHasReacted }) => content === reaction && viewerHasReacted) ?? false
  );
}

/** Notes may be bound to the run, to the run above it, and to the issue itself where that is a run too. */
function open(text: string, issue: number, { repository, run, parent, seal }: TextReader, ...more: number[]) {
  const numbers = [run, issue, ...(parent === null ? [] : [parent]), ...more];
  return openNotes(
    text,
    numbers.map((number) => ({ repository, issue: number })),
    seal,
  );
}

function idOf(actor: Actor | null | undefined): number | null {
  return actor?.databaseId ?? null;
}

const stateReasons: Readonly<Record<string, ObservedIssue["stateReason"]>> = {
  COMPLETED: "completed",
  NOT_PLANNED: "not-planned",
  DUPLICATE: "duplicate",
  REOPENED: "reopened",
};
