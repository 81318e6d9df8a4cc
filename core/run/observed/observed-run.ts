import type { CivilDate } from "../../calendar/index.ts";
import type { Instant } from "../../metrics/index.ts";
import type { NotesDoubts } from "../notes/index.ts";

/** A comment as GitHub has it. */
export interface ObservedComment {
  /** Node id. */
  readonly id: string;
  /** Number of the comment in the whole of GitHub; grows with time. */
  readonly number: number;
  readonly author: string;
  /** Database id of the account that wrote it: a login may pass to somebody else. Null when the account is gone. */
  readonly authorId: number | null;
  /** Whether the bot's account wrote it. Under GitHub Actions other workflows write with the same account. */
  readonly isByOurAccount: boolean;
  /** Whether the bot wrote it: its account did, and the notes in it hold. */
  readonly isOurs: boolean;
  /** Whether an app wrote it, ours or another. */
  readonly isByApp: boolean;
  /** Whether an account other than the bot's has changed it last. */
  readonly isEditedByPeople: boolean;
  /** The login of whoever changed it last, and when; null when nobody but the bot has. */
  readonly edit: ObservedEdit | null;
  /** The notes in a text of the bot's account that do not count. */
  readonly doubts: NotesDoubts;
  /**
   * The text. Of a comment of ours that people changed, the text as we last wrote it where GitHub still has it,
   * else empty.
   */
  readonly body: string;
  readonly createdAt: Instant;
  /** Whether the bot has put its thumb up on it: what it asked for is done. */
  readonly hasOurReaction: boolean;
  /** Whether the bot has marked it as seen, and nothing more comes of it. */
  readonly isSetAside: boolean;
  /** Whether somebody has hidden it on GitHub, whatever for; absent where it is shown. */
  readonly isHidden?: true | undefined;
}

/** A sign that somebody put on an issue or a comment. */
export interface ObservedReaction {
  readonly at: Instant;
  readonly by: string;
  /** Database id of that account; null when it is gone. */
  readonly byId: number | null;
}

/** A change of a text by somebody else than whoever wrote it. */
export interface ObservedEdit {
  readonly at: Instant;
  readonly by: string;
  /** Database id of that account; null when it is gone. */
  readonly byId: number | null;
}

/** An issue as GitHub has it. */
export interface ObservedIssue {
  /** Node id. */
  readonly id: string;
  readonly number: number;
  readonly url: string;
  readonly title: string;
  /** The text as it stands, without notes that do not count where it is by the bot's account. */
  readonly body: string;
  /**
   * The text whose hidden notes count: as the bot last wrote it. Empty for the issue of anybody else, and for one that people
   * changed where nobody asked GitHub for the text before that.
   */
  readonly writtenBody: string;
  readonly author: string;
  /** Database id of the account that wrote it; null when the account is gone. */
  readonly authorId: number | null;
  /** Who made it a sub-issue of the issue above it; null when GitHub does not say, and for the issue of a run. */
  readonly addedBy: string | null;
  /** Database id of that account; null where `addedBy` is. */
  readonly addedById: number | null;
  /** Since when it is below an issue of a run that is under way; absent where it is not, and where nobody had to ask: see `isPlaceInQuestion`. */
  readonly belowRunSince?: Instant | undefined;
  /** Whether the bot's account wrote it. Under GitHub Actions other workflows write with the same account. */
  readonly isByOurAccount: boolean;
  /** Whether the bot wrote it: its account did, and the notes in it hold. */
  readonly isOurs: boolean;
  /** Whether an account other than the bot's wrote its text last. */
  readonly isEditedByPeople: boolean;
  /** The last change of its text, whoever made it; null while it stands as it was written. */
  readonly lastEdit: ObservedEdit | null;
  /** The last change of its title, whoever made it; null while it is called as it was at first, absent where nobody asked. */
  readonly lastRename?: ObservedEdit | null | undefined;
  /**
   * Digest of the title and of what people can change in the text, as `workTextOf` gives it; empty for an issue that
   * was made a moment ago.
   */
  readonly workDigest: string;
  readonly state: "open" | "closed";
  readonly stateReason: "completed" | "not-planned" | "duplicate" | "reopened" | null;
  readonly createdAt: Instant;
  readonly closedAt: Instant | null;
  /** Who closed it last; null while it is open or when GitHub does not say. */
  readonly closedBy: string | null;
  /** Database id of that account; null where `closedBy` is. */
  readonly closedById: number | null;
  /** Whether it was the bot's account that closed it. */
  readonly isClosedByUs: boolean;
  /** When it was last opened again, and by whom; null when it never was. */
  readonly reopenedAt: Instant | null;
  readonly reopenedBy: string | null;
  readonly reopenedById: number | null;
  /** Whether it was the bot that last opened it again. */
  readonly isReopenedByUs: boolean;
  /** How often it has been closed and opened again in all: tells events of one second apart. */
  readonly closings: number;
  readonly reopenings: number;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  /** Database ids of their accounts, as GitHub last told them. */
  readonly assigneeIds: readonly number[];
  /** Who last changed the assignees, and when; null when nobody has since the issue was made. */
  readonly assignment: {
    readonly at: Instant;
    readonly by: string;
    readonly byId: number | null;
    readonly isOurs: boolean;
  } | null;
  /** Who last set the native due date, and to what; absent where nobody has, and where GitHub has no such field. */
  readonly dating?: ObservedDating | undefined;
  /** Numbers of the issues it is blocked by. */
  readonly blockedBy: readonly number[];
  /** Oldest first. */
  readonly comments: readonly ObservedComment[];
}

/** A native due date that was set; the date is null where it was taken off. */
export interface ObservedDating {
  readonly at: Instant;
  readonly by: string;
  readonly byId: number | null;
  readonly isOurs: boolean;
  readonly date: CivilDate | null;
}

/** What a person may do in the repository. */
export type Permission = "admin" | "maintain" | "write" | "triage" | "read" | "none";

/** One run as GitHub has it at one moment, before anything was asked about the people of it. */
export interface RunIssues {
  readonly repository: ObservedRepository;
  readonly run: ObservedIssue;
  /** The sub-issues of the run issue in its own repository, oldest first. */
  readonly steps: readonly ObservedIssue[];
  /** Of a run that is a step of another one: digest of what its steps say, as `workInside` gives it. Absent for every other run. */
  readonly insideDigest?: string | undefined;
  /** How many sub-issues belong to another repository: they are no steps, and are left alone. */
  readonly foreignSteps: number;
  /** The issues of its own repository that were put below it last, by its events and by webhooks, and are not taken off again; absent where nobody asked. */
  readonly joined?: readonly { readonly number: number; readonly at: Instant }[] | undefined;
  /** What GitHub says the run issue is blocked by. */
  readonly waitsFor: readonly ObservedBlocker[];
  /** Whether the run is below another issue of its repository now; absent where nobody asked. */
  readonly isBelow?: boolean | undefined;
}

/** Everything about one run that a decision rests on, as GitHub has it at one moment. */
export interface ObservedRun extends RunIssues {
  /** Who reacted to what was asked about, by node id: see `reactionsOfConcern`. Absent where nobody asked. */
  readonly reactions?: ReadonlyMap<string, readonly ObservedReaction[]> | undefined;
  readonly people: ObservedPeople;
}

/** An issue that another one is blocked by. */
export interface ObservedBlocker {
  readonly number: number;
  readonly title: string;
  readonly state: "open" | "closed";
  readonly closedAt: Instant | null;
  /** Who closed it; null while it is open, when GitHub does not say, and when it was the bot. */
  readonly closedBy: string | null;
  /** Whether it is below another issue now; absent where nobody asked. */
  readonly isSubIssue?: boolean | undefined;
  /** False where it is not known which issue it is, and the run above stands for it; absent for every other. */
  readonly isLinked?: false | undefined;
}

export interface ObservedRepository {
  /** Database id: it stays when the repository is renamed. */
  readonly id: number;
  /** `owner/name`. */
  readonly name: string;
  readonly url: string;
  /** The branch that changes to the handbook start from. */
  readonly defaultBranch: string;
  readonly labels: readonly string[];
}

/** Facts about people, by login in lower case; a person nobody asked about has no entry. */
export interface ObservedPeople {
  /** Whether GitHub lets the person be assigned. */
  readonly isAssignable: ReadonlyMap<string, boolean>;
  readonly permissions: ReadonlyMap<string, Permission>;
  /** Database ids of the accounts that have the logins now, as far as GitHub told them. */
  readonly accounts: ReadonlyMap<string, number>;
}
