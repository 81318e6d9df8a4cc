import { hash } from "node:crypto";
import type { CivilDate } from "../../../core/calendar/index.ts";
import type { Handbook } from "../../../core/definition/index.ts";
import { formFields } from "../../../core/form/index.ts";
import {
  type AppliedChange,
  type Change,
  decide,
  foldAnswers,
  isChildRun,
  type ObservedIssue,
  type ObservedRun,
  type OtherRun,
  offeredRevision,
  type Permission,
  peopleOfConcern,
  pinnedFiles,
  type RunHandbook,
  workInside,
  workTextOf,
} from "../../../core/run/index.ts";

/** What a simulated run begins with. */
export interface SimulationOptions {
  readonly handbook: Handbook;
  readonly process: string;
  readonly anchorDate: string;
  readonly now: string;
  readonly answers?: Readonly<Record<string, string>>;
  readonly startedBy?: string;
  /** Logins that GitHub does not let the bot assign. */
  readonly outsiders?: readonly string[];
  readonly permissions?: Readonly<Record<string, Permission>>;
  /** The number before that of its first step; 1 where nothing else is in the repository. */
  readonly lastNumber?: number;
}

const bot = "handrail";

/** A run on a GitHub made of values: decisions are carried out at once, and people act by methods. */
export class SimulatedRun {
  observed: ObservedRun;
  now: string;
  handbook: RunHandbook;
  /** The newest text, where it is another one than the run began with. */
  newest: RunHandbook | undefined;
  /** The other open runs. */
  others: readonly OtherRun[] = [];
  readonly changes: Change[] = [];
  readonly #options: SimulationOptions;
  #lastNumber = 1;
  #lastComment = 1000;
  #lastId = 100;
  readonly #ids = new Map<string, number>();
  readonly #gone = new Set<string>();
  readonly #permissions = new Map<string, Permission>();

  constructor(options: SimulationOptions) {
    this.#options = options;
    this.#lastNumber = options.lastNumber ?? 1;
    this.#lastComment = 1000 * this.#lastNumber;
    this.now = options.now;
    this.handbook = {
      handbook: options.handbook,
      revision: "0123456789abcdef0123456789abcdef01234567",
      root: "processes",
      processPaths: new Map([...options.handbook.processes].map(([id, { path }]) => [id, path])),
      problems: [],
    };
    const author = options.startedBy ?? "demo-lena";
    this.observed = {
      repository: {
        id: 1,
        name: "acme/handbook",
        url: "https://github.com/acme/handbook",
        defaultBranch: "main",
        labels: [],
      },
      run: {
        ...newIssue({
          number: 1,
          title: "A run",
          author,
          at: options.now,
          body: this.formBody(options.anchorDate),
        }),
        authorId: this.idOf(author),
      },
      steps: [],
      foreignSteps: 0,
      waitsFor: [],
      people: { isAssignable: new Map(), permissions: new Map(), accounts: new Map() },
    };
  }

  /** A run that stands where this one does, and goes its own way from here. */
  copy(): SimulatedRun {
    const other = new SimulatedRun(this.#options);
    other.observed = this.observed;
    other.now = this.now;
    other.handbook = this.handbook;
    other.newest = this.newest;
    other.others = this.others;
    other.changes.push(...this.changes);
    other.#lastNumber = this.#lastNumber;
    other.#lastComment = this.#lastComment;
    other.#lastId = this.#lastId;
    for (const [login, id] of this.#ids) other.#ids.set(login, id);
    for (const login of this.#gone) other.#gone.add(login);
    for (const [login, permission] of this.#permissions) other.#permissions.set(login, permission);
    return other;
  }

  /** The body of the start form; other answers may be given than those the run began with. */
  formBody(
    anchorDate: string,
    answers: Readonly<Record<string, string>> = this.#options.answers ?? {},
  ): string {
    const definition = this.#options.handbook.processes.get(this.#options.process);
    if (!definition) throw new Error(`The handbook has no process ${this.#options.process}.`);
    const given = new Map(Object.entries({ process: definition.id, "anchor-date": anchorDate, ...answers }));
    return formFields(definition)
      .map((field) => `### ${field.label}\n\n${given.get(field.id) ?? "_No response_"}`)
      .join("\n\n");
  }

  /** Another text becomes the newest. */
  publish(handbook: Handbook, revision: string): void {
    if (this.newest && pinnedFiles(this.observed)?.revision === this.newest.revision)
      this.handbook = this.newest;
    const processPaths = new Map([...handbook.processes].map(([id, { path }]) => [id, path]));
    this.newest = { ...this.handbook, handbook, revision, processPaths };
  }

  /** The text that the run follows, and beside it the one that is offered where somebody asks for it, as an adapter reads them. */
  #followed(): RunHandbook {
    const { newest, handbook } = this;
    if (newest === undefined || pinnedFiles(this.observed)?.revision === newest.revision)
      return newest ?? handbook;
    const isOffered = offeredRevision(this.observed, newest.revision) === newest.revision;
    return isOffered ? { ...handbook, offered: newest } : handbook;
  }

  /** What would be written now. */
  decide(): Change[] {
    const handbook = this.#followed();
    const concern = peopleOfConcern({ observed: this.observed, handbook });
    const outsiders = new Set((this.#options.outsiders ?? []).map((login) => login.toLowerCase()));
    const isGone = (login: string) => outsiders.has(login) || this.#gone.has(login);
    const isAssignable = new Map(concern.assignable.map((login) => [login, !isGone(login)] as const));
    const permissions = new Map(
      concern.permissions.map((login) => [login, this.#permissionOf(login)] as const),
    );
    this.#readTexts();
    this.#readAssignees();
    const accounts = new Map(concern.assignable.map((login) => [login, this.idOf(login)] as const));
    const { run, steps } = this.observed;
    const insideDigest = isChildRun(run) ? hash("sha256", workInside(steps)) : undefined;
    const observed = { ...this.observed, insideDigest, people: { isAssignable, permissions, accounts } };
    return decide({ observed, handbook, now: this.now, others: this.others });
  }

  /** Decides and carries out until nothing is left; gives all that was written. */
  settle(now = this.now): Change[] {
    this.now = now;
    const written: Change[] = [];
    for (let round = 0; round < 20; round += 1) {
      const changes = this.decide();
      if (changes.length === 0) return written;
      this.carryOut(changes);
      written.push(...changes);
    }
    throw new Error("The run did not come to rest.");
  }

  /** Carries out changes as GitHub would. */
  carryOut(changes: readonly Change[]): void {
    for (const change of changes) {
      this.changes.push(change);
      const was = "issue" in change ? this.#stateOf(change.issue) : undefined;
      this.observed = foldAnswers(this.observed, [this.#answerTo(change)]);
      if (change.kind === "close-issue" && was === "open") this.#closed(change.issue, bot, change.reason);
      if (change.kind === "reopen-issue" && was === "closed") this.#reopened(change.issue, bot);
    }
  }

  comment(
    issue: number,
    author: string,
    body: string,
    more: { readonly isEditedByPeople?: boolean; readonly isByApp?: boolean } = {},
  ): void {
    this.#lastComment += 1;
    const comment = {
      id: `comment-${this.#lastComment}`,
      number: this.#lastComment,
      author,
      authorId: this.idOf(author),
      isByOurAccount: false,
      isOurs: false,
      isByApp: false,
      isEditedByPeople: false,
      edit: null,
      doubts: new Map(),
      body,
      createdAt: this.now,
      hasOurReaction: false,
      isSetAside: false,
      ...more,
    };
    this.update(issue, (found) => ({ ...found, comments: [...found.comments, comment] }));
  }

  /** Somebody puts a sign on the issue of a step, or on the bot's newest comment there. */
  react(issue: number, by: string, on: "issue" | "comment" = "issue"): void {
    const found = this.observed.steps.find(({ number }) => number === issue);
    const comment = found?.comments.findLast(({ isOurs }) => isOurs);
    const id = on === "issue" ? found?.id : comment?.id;
    if (id === undefined) throw new Error(`There is nothing to react to on #${issue}.`);
    const reactions = new Map(this.observed.reactions);
    const sign = { at: this.now, by, byId: this.idOf(by) };
    this.observed = {
      ...this.observed,
      reactions: reactions.set(id, [...(reactions.get(id) ?? []), sign]),
    };
  }

  close(issue: number, by: string, reason: "completed" | "not-planned" | "duplicate" = "completed"): void {
    this.update(issue, (found) => ({ ...found, state: "closed", stateReason: reason }));
    this.#closed(issue, by, reason);
  }

  reopen(issue: number, by: string): void {
    this.update(issue, (found) => ({
      ...found,
      state: "open",
      stateReason: "reopened",
      closedAt: null,
      closedBy: null,
      closedById: null,
      isClosedByUs: false,
    }));
    this.#reopened(issue, by);
  }

  assign(issue: number, by: string, assignees: readonly string[]): void {
    this.update(issue, (found) => ({
      ...found,
      assignees,
      assignment: { at: this.now, by, byId: this.idOf(by), isOurs: false },
    }));
  }

  /** Sets the native due date. */
  date(issue: number, by: string, date: string | null): void {
    const dating = { at: this.now, by, byId: null, isOurs: false, date: date as CivilDate | null };
    this.update(issue, (found) => ({ ...found, dating }));
  }

  /** Changes an issue as observed. */
  update(number: number, change: (issue: ObservedIssue) => ObservedIssue): void {
    const map = (issue: ObservedIssue) => (issue.number === number ? change(issue) : issue);
    this.observed = { ...this.observed, run: map(this.observed.run), steps: this.observed.steps.map(map) };
  }

  #stateOf(number: number): ObservedIssue["state"] | undefined {
    return [this.observed.run, ...this.observed.steps].find((issue) => issue.number === number)?.state;
  }

  /** The issue of a step, by the beginning of its title. */
  step(title: string): ObservedIssue {
    const found = this.observed.steps.find((issue) => issue.title.startsWith(title));
    if (!found) throw new Error(`There is no issue for a step ${title}.`);
    return found;
  }

  /** What the bot has said on an issue, without its hidden notes. */
  said(issue: number): string[] {
    const found = [this.observed.run, ...this.observed.steps].find((candidate) => candidate.number === issue);
    return (found?.comments ?? []).filter(({ isOurs }) => isOurs).map(({ body }) => withoutNotes(body));
  }

  /** The account that has a login now. */
  idOf(login: string): number {
    const key = login.toLowerCase();
    const id = this.#ids.get(key) ?? this.#lastId + 1;
    this.#lastId = Math.max(this.#lastId, id);
    this.#ids.set(key, id);
    return id;
  }

  /** An account gets another login; all that GitHub shows of it bears the new one, and nobody has the old one. */
  rename(from: string, to: string): void {
    this.#ids.set(to.toLowerCase(), this.idOf(from));
    this.#permissions.set(to.toLowerCase(), this.#permissionOf(from.toLowerCase()));
    const name = (login: string) => (login.toLowerCase() === from.toLowerCase() ? to : login);
    const map = (issue: ObservedIssue): ObservedIssue => ({
      ...issue,
      author: name(issue.author),
      closedBy: issue.closedBy && name(issue.closedBy),
      reopenedBy: issue.reopenedBy && name(issue.reopenedBy),
      assignees: issue.assignees.map(name),
      assignment: issue.assignment && { ...issue.assignment, by: name(issue.assignment.by) },
      comments: issue.comments.map((comment) => ({ ...comment, author: name(comment.author) })),
    });
    this.observed = { ...this.observed, run: map(this.observed.run), steps: this.observed.steps.map(map) };
    this.leave(from);
  }

  /** Nobody has a login any more. */
  leave(login: string): void {
    const isThem = (other: string) => other.toLowerCase() === login.toLowerCase();
    const map = (issue: ObservedIssue): ObservedIssue => ({
      ...issue,
      assignees: issue.assignees.filter((assignee) => !isThem(assignee)),
    });
    this.observed = { ...this.observed, run: map(this.observed.run), steps: this.observed.steps.map(map) };
    this.#gone.add(login.toLowerCase());
    this.#ids.delete(login.toLowerCase());
    this.#permissions.set(login.toLowerCase(), "none");
  }

  /** Somebody else registers a login that is free, and is given access. */
  takeOver(login: string, permission: Permission): void {
    this.#gone.delete(login.toLowerCase());
    this.#permissions.set(login.toLowerCase(), permission);
  }

  #permissionOf(login: string): Permission {
    return this.#permissions.get(login) ?? this.#options.permissions?.[login] ?? "read";
  }

  #readAssignees(): void {
    const map = (issue: ObservedIssue) => ({
      ...issue,
      assigneeIds: issue.assignees.map((login) => this.idOf(login)),
    });
    this.observed = { ...this.observed, run: map(this.observed.run), steps: this.observed.steps.map(map) };
  }

  /** GitHub's adapter gives each issue the digest of its text. */
  #readTexts(): void {
    const map = (issue: ObservedIssue) => {
      const workDigest = hash("sha256", workTextOf(issue));
      return workDigest === issue.workDigest ? issue : { ...issue, workDigest };
    };
    this.observed = { ...this.observed, run: map(this.observed.run), steps: this.observed.steps.map(map) };
  }

  /** Somebody changes the text of an issue. */
  edit(issue: number, by: string, body: string): void {
    this.update(issue, (found) => ({
      ...found,
      body,
      isEditedByPeople: true,
      lastEdit: { at: this.now, by, byId: this.idOf(by) },
    }));
  }

  #answerTo(change: Change): AppliedChange {
    if (change.kind === "create-step") {
      this.#lastNumber += 1;
      const number = this.#lastNumber;
      const url = `https://github.com/acme/handbook/issues/${number}`;
      return { change, issue: { id: `issue-${number}`, number, url, createdAt: this.now, author: bot } };
    }
    if (change.kind === "post-comment") {
      this.#lastComment += 1;
      const number = this.#lastComment;
      return { change, comment: { id: `comment-${number}`, number, createdAt: this.now, author: bot } };
    }
    return { change };
  }

  #closed(issue: number, by: string, reason: ObservedIssue["stateReason"]): void {
    this.update(issue, (found) => ({
      ...found,
      closedAt: this.now,
      closedBy: by,
      closedById: this.idOf(by),
      isClosedByUs: by === bot,
      stateReason: reason,
      closings: found.closings + 1,
    }));
  }

  #reopened(issue: number, by: string): void {
    this.update(issue, (found) => ({
      ...found,
      reopenedAt: this.now,
      reopenedBy: by,
      reopenedById: this.idOf(by),
      isReopenedByUs: by === bot,
      reopenings: found.reopenings + 1,
    }));
  }
}

/** Hidden notes hold times and commits; people never see them. */
export function withoutNotes(text: string): string {
  return text.replace(/<!-- handrail:[a-z]+ \S+(?: \S+ \S+)? -->/g, "").trim();
}

function newIssue(facts: {
  number: number;
  title: string;
  author: string;
  at: string;
  body: string;
}): ObservedIssue {
  return {
    id: `issue-${facts.number}`,
    number: facts.number,
    url: `https://github.com/acme/handbook/issues/${facts.number}`,
    title: facts.title,
    body: facts.body,
    writtenBody: "",
    author: facts.author,
    authorId: null,
    isByOurAccount: false,
    isOurs: false,
    isEditedByPeople: false,
    addedBy: null,
    addedById: null,
    lastEdit: null,
    workDigest: "",
    state: "open",
    stateReason: null,
    createdAt: facts.at,
    closedAt: null,
    closedBy: null,
    closedById: null,
    isClosedByUs: false,
    reopenedAt: null,
    reopenedBy: null,
    reopenedById: null,
    isReopenedByUs: false,
    closings: 0,
    reopenings: 0,
    labels: ["handrail:run"],
    assignees: [],
    assigneeIds: [],
    assignment: null,
    blockedBy: [],
    comments: [],
  };
}
