import {
  type AppliedChange,
  type Change,
  inStages,
  type RunIssues,
  type Seal,
  sealNotes,
} from "../../core/run/index.ts";
import { WriteRefused } from "../ports/run-repository.ts";
import { mutationDocument } from "./documents/mutations.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import { type Mutation, mutationOf } from "./mutation-of.ts";
import type { RepositoryIds } from "./repository-ids.ts";
import type { MutationData } from "./response-types.ts";

/** The links of a run of a hundred steps fit into one document; GitHub would give up on much longer ones. */
const mostInOneDocument = 100;

/**
 * Carries out changes in order, a request a stage, and gives what GitHub answered. Notes are sealed on the way. Throws as soon
 * as one fails: what was not carried out is decided anew from what GitHub then has.
 */
export async function act(
  graphql: GraphqlClient,
  changes: readonly Change[],
  observed: RunIssues,
  ids: RepositoryIds,
  seal: Seal | undefined,
): Promise<AppliedChange[]> {
  const applied: AppliedChange[] = [];
  const place = { repository: observed.repository.id, issue: observed.run.number };
  const sealed = (change: Change): Change =>
    "body" in change && change.body !== undefined
      ? { ...change, body: sealNotes(change.body, place, seal) }
      : change;
  const lastStep = changes.findLast(({ kind }) => kind === "create-step");
  for (const group of inStages(changes, observed.run.number, mostInOneDocument)) {
    const hints = { isLastStep: lastStep !== undefined && group.includes(lastStep) };
    const mutations = group.map((change) => mutationOf(sealed(change), observed, ids));
    const wanted = mutations.filter((mutation) => mutation !== undefined);
    const carriedOut = group.filter((_, index) => mutations[index] !== undefined);
    const data =
      wanted.length > 0
        ? await graphql<MutationData>(...documentOf(wanted), hints).catch((error: unknown) => {
            const answered = answeredWhereDone(error, carriedOut);
            if (answered === undefined) throw withRefused(error, carriedOut);
            return answered;
          })
        : {};
    let position = 0;
    for (const [index, change] of group.entries()) {
      const answer = mutations[index] === undefined ? null : (data[`mutation${position++}`] ?? null);
      applied.push(appliedChange(change, answer, ids));
    }
  }
  return applied;
}

interface MutationError {
  readonly type?: string;
  readonly message?: string;
  readonly path?: readonly unknown[];
}

interface MutationErrors {
  readonly errors?: readonly MutationError[];
  readonly data?: MutationData | null;
}

/** The change that an error of GitHub is about, by its place in the document. */
function changeAt(path: readonly unknown[] = [], changes: readonly Change[]): Change | undefined {
  return changes[Number(String(path[0]).replace("mutation", ""))];
}

/** Changes that take something away: where it is gone already, they are done. */
const takingAway: ReadonlySet<Change["kind"] | undefined> = new Set([
  "delete-comment",
  "unlink-blocked-by",
  "unlink-sub-issue",
]);

/** Whether GitHub refuses a change because somebody else, another process of the bot say, did the same a moment before. */
function isDone({ type, message = "" }: MutationError, change: Change | undefined): boolean {
  if (takingAway.has(change?.kind)) return type === "NOT_FOUND";
  return change?.kind === "link-blocked-by" && isAlready(message);
}

/** What GitHub answered where nothing failed but what was so already. */
function answeredWhereDone(error: unknown, changes: readonly Change[]): MutationData | undefined {
  if (!(error instanceof WriteRefused)) return undefined;
  const { errors = [], data } = error.cause as MutationErrors;
  const isAllDone = errors.length > 0 && errors.every((one) => isDone(one, changeAt(one.path, changes)));
  return isAllDone ? (data ?? {}) : undefined;
}

/** Rules that GitHub holds to however often it is asked; anything else may be a matter of the moment. */
const rules: readonly (string | undefined)[] = ["FORBIDDEN", "UNPROCESSABLE", "VALIDATION"];

/** A refusal that knows which changes it was about. */
function withRefused(error: unknown, changes: readonly Change[]): unknown {
  if (!(error instanceof WriteRefused)) return error;
  const { errors = [] } = error.cause as MutationErrors;
  const refused = errors.flatMap(({ type, message = "", path }) => {
    const change = changeAt(path, changes);
    const isRefused = change && rules.includes(type) && !isThere(change, message);
    return isRefused ? [{ change, why: message }] : [];
  });
  return new WriteRefused(error.message, { cause: error.cause, refused });
}

/** A label that somebody has just made, and that reads do not show yet, is no rule against making it. */
function isThere({ kind }: Change, message: string): boolean {
  return kind === "create-label" && isAlready(message);
}

function isAlready(message: string): boolean {
  return /already[ _](?:exists|been taken)/i.test(message);
}

function documentOf(mutations: readonly Mutation[]): [string, Record<string, unknown>] {
  const document = mutationDocument(mutations.map(({ field }) => field));
  return [document, Object.fromEntries(mutations.map(({ input }, index) => [`input${index}`, input]))];
}

function appliedChange(change: Change, answer: MutationData[string], ids: RepositoryIds): AppliedChange {
  if (answer?.label) ids.labels.set(answer.label.name, answer.label.id);
  if (answer?.issue && change.kind === "create-step") {
    const { id, number, url, createdAt, author } = answer.issue;
    ids.issues.set(number, id);
    return { change, issue: { id, number, url, createdAt, author: author?.login ?? "" } };
  }
  if (answer?.commentEdge) {
    const { id, fullDatabaseId, createdAt, author } = answer.commentEdge.node;
    return {
      change,
      comment: { id, number: Number(fullDatabaseId), createdAt, author: author?.login ?? "" },
    };
  }
  return { change };
}
