/** The answers to the documents, as GitHub's schema types them; null wherever the schema allows it and the bot reads it. */

interface Login {
  readonly login: string;
}

/** Who did something: a person, an app or one of GitHub's other kinds of account. */
export interface Actor extends Login {
  readonly __typename: string;
  /** Only people and apps have one. */
  readonly databaseId?: number | null | undefined;
}

/** The account the bot acts as. */
export interface ViewerData extends Login {
  readonly databaseId: number | null;
}

interface TimelineEvent {
  readonly createdAt: string;
  readonly actor: Actor | null;
}

/** A native field that was given a value, another one, or none. */
interface FieldEvent extends TimelineEvent {
  /** Only fields of the kind date have their name read. */
  readonly issueField: { readonly name?: string } | null;
  readonly value?: string | null;
}

/** Where an issue is: sub-issues and blockers may be in another repository. */
export interface InRepository {
  readonly repository: { readonly databaseId: number };
}

export interface CommentData {
  readonly id: string;
  readonly fullDatabaseId: string;
  readonly author: Actor | null;
  readonly viewerDidAuthor: boolean;
  readonly body: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly lastEditedAt: string | null;
  readonly editor: Actor | null;
  readonly isMinimized: boolean;
  readonly reactionGroups: readonly { readonly content: string; readonly viewerHasReacted: boolean }[] | null;
}

/** Who reacted to some issues and comments; what is gone is null. */
export interface ReactionsData {
  readonly nodes: readonly ({
    readonly id: string;
    readonly reactions: {
      readonly nodes: readonly {
        readonly createdAt: string;
        readonly user: (Login & { readonly databaseId: number | null }) | null;
      }[];
    };
  } | null)[];
}

/** A page of comments; later pages are appended to it. */
export interface CommentsPage {
  pageInfo: PageInfo;
  readonly nodes: CommentData[];
}

export interface IssueData extends InRepository {
  readonly id: string;
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly author: Actor | null;
  readonly viewerDidAuthor: boolean;
  readonly lastEditedAt: string | null;
  readonly editor: Actor | null;
  readonly state: "OPEN" | "CLOSED";
  readonly stateReason: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly closedAt: string | null;
  readonly labels: { readonly nodes: readonly { readonly name: string }[] };
  readonly assignees: { readonly nodes: readonly (Login & { readonly databaseId: number | null })[] };
  readonly blockedBy: { readonly nodes: readonly (InRepository & { readonly number: number })[] };
  readonly closings: { readonly filteredCount: number; readonly nodes: readonly TimelineEvent[] };
  readonly reopenings: { readonly filteredCount: number; readonly nodes: readonly TimelineEvent[] };
  readonly assignments: { readonly nodes: readonly TimelineEvent[] };
  readonly datings: { readonly nodes: readonly (FieldEvent | null)[] };
  /** Who put it below the issue above it; nothing before that was asked for, null where GitHub does not know. */
  adder?: Actor | null;
  /** The last change of its title; nothing before that was asked for, null where it is called as it was at first. */
  rename?: TimelineEvent | null;
  readonly comments: CommentsPage;
}

export interface RepositoryData {
  readonly id: string;
  readonly databaseId: number;
  readonly nameWithOwner: string;
  readonly url: string;
  readonly defaultBranchRef: {
    readonly name: string;
    readonly target: { readonly oid: string } | null;
  } | null;
  readonly labels: { readonly nodes: readonly { readonly id: string; readonly name: string }[] };
  readonly assignableUsers: {
    readonly pageInfo: { readonly hasNextPage: boolean };
    readonly nodes: readonly UserData[];
  };
  readonly issueTypes: { readonly nodes: readonly { readonly id: string; readonly name: string }[] } | null;
  readonly owner: {
    readonly issueFields?: {
      readonly nodes: readonly { readonly id?: string; readonly name?: string }[];
    } | null;
  };
}

/** An issue that another one is blocked by. */
export interface BlockerData extends InRepository {
  readonly id: string;
  readonly updatedAt: string;
  readonly number: number;
  readonly title: string;
  readonly state: "OPEN" | "CLOSED";
  readonly closedAt: string | null;
  readonly parent: { readonly id: string } | null;
  readonly closings: { readonly nodes: readonly { readonly actor: Actor | null }[] };
}

export interface RunData extends IssueData {
  readonly parent: (InRepository & { readonly number: number }) | null;
  readonly waitsFor: {
    readonly pageInfo: { readonly hasNextPage: boolean };
    readonly nodes: readonly BlockerData[];
  };
  readonly subIssues: StepsPage;
  /** The last issues that were put below it or taken off it, oldest first; only of a run that was read by itself. */
  readonly joinings?: { readonly nodes: readonly (JoiningEvent | null)[] } | undefined;
}

interface JoiningEvent {
  readonly __typename: string;
  readonly createdAt: string;
  /** Null where the issue is gone. */
  readonly subIssue: (InRepository & { readonly number: number }) | null;
}

export interface AddersData {
  readonly nodes: readonly ({
    readonly id: string;
    readonly additions: { readonly nodes: readonly { readonly actor: Actor | null }[] };
  } | null)[];
}

export interface PlacesData {
  readonly nodes: readonly ({
    readonly id: string;
    readonly joinings: { readonly nodes: readonly ({ readonly createdAt: string } | null)[] };
    readonly parent:
      | (InRepository & {
          readonly number: number;
          readonly state: "OPEN" | "CLOSED";
          readonly parent: (InRepository & { readonly number: number }) | null;
          readonly comments: { readonly nodes: readonly CommentData[] };
        })
      | null;
  } | null)[];
}

export interface RenamesData {
  readonly nodes: readonly ({
    readonly id: string;
    /** An event is null, or without its time, where GitHub keeps it to itself. */
    readonly renames: { readonly nodes: readonly (Partial<TimelineEvent> | null)[] };
  } | null)[];
}

/** An open run, as much as the plan of another one has to know of it. */
export interface OtherRunData {
  readonly id: string;
  readonly number: number;
  readonly body: string;
  readonly author: Actor | null;
  readonly lastEditedAt: string | null;
  readonly editor: Actor | null;
  readonly parent: (InRepository & { readonly number: number }) | null;
  readonly comments: { readonly nodes: readonly CommentData[] };
  readonly subIssues: {
    readonly nodes: readonly (InRepository & {
      readonly number: number;
      readonly state: "OPEN" | "CLOSED";
    })[];
  };
}

export interface OtherRunsData {
  readonly viewer: ViewerData;
  readonly repository: {
    readonly databaseId: number;
    readonly issues: { readonly pageInfo: PageInfo; readonly nodes: readonly OtherRunData[] };
  } | null;
}

/** A page of steps; later pages are appended to it. */
export interface StepsPage {
  pageInfo: PageInfo;
  readonly nodes: IssueData[];
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

export interface MoreStepsData {
  readonly node: { readonly subIssues: StepsPage } | null;
}

/** What tells how large a page a run needs. */
export interface RunHead {
  readonly id: string;
  readonly number: number;
  readonly subIssuesSummary: { readonly total: number };
  readonly issueDependenciesSummary: { readonly totalBlockedBy: number };
}

export interface RunHeadsData {
  readonly viewer: ViewerData;
  readonly repository:
    | (RepositoryData & {
        readonly issues: { readonly pageInfo: PageInfo; readonly nodes: readonly RunHead[] };
      })
    | null;
}

/** A run that is over, with what its start form asked for. */
export interface NewestRunHead extends RunHead {
  readonly body: string;
  readonly stateReason: string | null;
}

export interface NewestRunHeadsData {
  readonly viewer: ViewerData;
  readonly repository:
    | (RepositoryData & {
        readonly issues: { readonly pageInfo: PageInfo; readonly nodes: readonly NewestRunHead[] };
      })
    | null;
}

interface Marked {
  readonly id: string;
  readonly updatedAt: string;
}

/** Hiding a comment is not a change of it. */
interface MarkedComment extends Marked {
  readonly isMinimized: boolean;
}

/** An issue and its comments, with when each was changed last. */
export interface MarkedIssue extends Marked {
  readonly comments: { readonly nodes: readonly MarkedComment[] };
}

/** What tells whether a run is as it was. */
export interface MarkedRun extends MarkedIssue {
  readonly number: number;
  readonly parent: (InRepository & { readonly number: number }) | null;
  readonly waitsFor: { readonly nodes: readonly Marked[] };
  readonly subIssues: { readonly nodes: readonly MarkedIssue[] };
}

export interface RunMarksData {
  readonly nodes: readonly (MarkedRun | null)[];
}

export interface ObserveRunData {
  readonly viewer: ViewerData;
  readonly repository:
    | (RepositoryData & {
        readonly issue: RunData | null;
        /** Only where it was asked for. */
        readonly handbook?: HandbookFolder;
      })
    | null;
}

export interface ObserveRunsData {
  readonly nodes: readonly (RunData | null)[];
}

export interface RecentRunsData {
  readonly repository: {
    readonly issues: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: readonly (RunHead & {
        readonly state: "OPEN" | "CLOSED";
        readonly body: string;
        readonly viewerDidAuthor: boolean;
        readonly lastEditedAt: string | null;
        readonly comments: {
          readonly nodes: readonly { readonly viewerDidAuthor: boolean; readonly updatedAt: string }[];
        };
        readonly parent: (RunHead & { readonly state: "OPEN" | "CLOSED" }) | null;
      })[];
    };
  } | null;
}

export interface NewestRunsData {
  readonly repository: {
    readonly id: string;
    readonly databaseId: number;
    readonly issues: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: readonly {
        readonly number: number;
        readonly state: "OPEN" | "CLOSED";
        readonly body: string;
        readonly viewerDidAuthor: boolean;
        readonly createdAt: string;
        readonly author: { readonly login: string } | null;
        readonly subIssuesSummary: { readonly total: number };
      }[];
    };
    readonly label: { readonly id: string } | null;
  } | null;
}

export interface MoreCommentsData {
  readonly node: { readonly comments: CommentsPage } | null;
}

export interface TextEditsData {
  readonly nodes: readonly ({
    readonly id: string;
    readonly userContentEdits: {
      readonly nodes: readonly { readonly editor: Actor | null; readonly diff: string | null }[];
    } | null;
  } | null)[];
}

interface BlobData {
  readonly text: string | null;
  readonly byteSize: number;
}

/** The folder of a handbook at a commit; null where there is none. */
export type HandbookFolder = {
  readonly entries?: readonly {
    readonly name: string;
    readonly type: string;
    readonly object:
      | (Partial<BlobData> & {
          readonly entries?: readonly { readonly name: string; readonly type: string }[];
        })
      | null;
  }[];
} | null;

export interface HandbookTreeData {
  readonly repository: { readonly object: HandbookFolder } | null;
}

export interface FileTextsData {
  readonly repository: Readonly<Record<string, BlobData | null>> | null;
}

export interface UserData {
  readonly id: string;
  readonly databaseId: number | null;
  readonly login: string;
}

export interface PeopleData {
  readonly repository: Readonly<
    Record<
      string,
      | { readonly edges: readonly { readonly permission: string; readonly node: Login }[] }
      | { readonly nodes: readonly UserData[] }
      | null
    >
  > | null;
}

export type MutationData = Readonly<
  Record<
    string,
    {
      readonly issue?: {
        readonly id: string;
        readonly number: number;
        readonly url: string;
        readonly createdAt: string;
        readonly author: Login | null;
      };
      readonly label?: { readonly id: string; readonly name: string };
      readonly commentEdge?: {
        readonly node: {
          readonly id: string;
          readonly fullDatabaseId: string;
          readonly createdAt: string;
          readonly author: Login | null;
        };
      };
    } | null
  >
>;
