import { isOfDocument, isTooMuch } from "./document-errors.ts";
import { moreStepsDocument, observeRunDocument, observeRunsDocument } from "./documents/observe-run.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import type { MoreStepsData, ObserveRunData, ObserveRunsData, RunData, RunHead } from "./response-types.ts";

/** Runs as GitHub answered them, by number, and those that could not be read. */
export interface ReadRuns {
  readonly runs: ReadonlyMap<number, RunData>;
  readonly failures: readonly { readonly run: number; readonly error: unknown }[];
}

/** A document over more steps than this takes GitHub longer than it allows itself. */
const mostSteps = 500;
const mostRuns = 100;
/** Pages as small as this are answered, or nothing is. */
const smallestPage = 5;

/** So many steps are expected of a run nobody has read before; a longer one takes a second request. */
const usualSteps = 25;

/** Reads one run whole, with what comes along; `expected` is how many steps it had when it was last read. */
export async function readRun(
  graphql: GraphqlClient,
  variables: {
    readonly owner: string;
    readonly name: string;
    readonly number: number;
    /** The newest handbook's folder, as git names it, and whether it is to come along. */
    readonly folder: string;
    readonly withHandbook: boolean;
  },
  expected = usualSteps,
): Promise<ObserveRunData> {
  for (let pageSize = Math.min(100, Math.max(1, expected)); ; pageSize = Math.ceil(pageSize / 3)) {
    try {
      const sizes = { steps: pageSize, blockers: 50 };
      const data = await graphql<ObserveRunData>(observeRunDocument, { ...variables, ...sizes });
      const run = data.repository?.issue;
      if (run) await completeSteps(graphql, run, pageSize < usualSteps ? pageSize : 100);
      return data;
    } catch (error) {
      if (!isTooMuch(error) || pageSize <= smallestPage) throw error;
    }
  }
}

/**
 * Reads runs whole, some in a request: GitHub charges for the largest page in a document, so that runs of like size go
 * together, and no page is larger than what is on it. Where GitHub finds a document too much, it is asked for half of it. A run
 * that cannot be read stops no other.
 */
export async function readRuns(graphql: GraphqlClient, heads: readonly RunHead[]): Promise<ReadRuns> {
  const runs = new Map<number, RunData>();
  const failures: { run: number; error: unknown }[] = [];
  const read = async (group: readonly RunHead[], pageSize: number): Promise<void> => {
    try {
      for (const run of await readGroup(graphql, group, pageSize)) runs.set(run.number, run);
    } catch (error) {
      if (!isOfDocument(error)) throw error;
      const [only, ...others] = group;
      if (only && others.length === 0) {
        if (isTooMuch(error) && pageSize > smallestPage) await read(group, Math.ceil(pageSize / 3));
        else failures.push({ run: only.number, error });
        return;
      }
      const half = Math.ceil(group.length / 2);
      await read(group.slice(0, half), pageSize);
      await read(group.slice(half), pageSize);
    }
  };
  for (const group of groupsOf(heads)) await read(group, 100);
  return { runs, failures };
}

async function readGroup(
  graphql: GraphqlClient,
  group: readonly RunHead[],
  pageSize: number,
): Promise<readonly RunData[]> {
  const { nodes } = await graphql<ObserveRunsData>(observeRunsDocument, {
    runs: group.map(({ id }) => id),
    steps: Math.min(pageSize, Math.max(...group.map(stepsOf))),
    blockers: Math.max(...group.map(blockersOf)),
  });
  const runs = nodes.filter((run) => run !== null);
  for (const run of runs) await completeSteps(graphql, run, Math.min(pageSize, 50));
  return runs;
}

/** Fetches the steps that an answer left out. */
async function completeSteps(graphql: GraphqlClient, run: RunData, pageSize: number): Promise<void> {
  const { subIssues } = run;
  while (subIssues.pageInfo.hasNextPage) {
    const variables = { run: run.id, steps: pageSize, after: subIssues.pageInfo.endCursor };
    const { node } = await graphql<MoreStepsData>(moreStepsDocument, variables);
    if (!node) return;
    subIssues.nodes.push(...node.subIssues.nodes);
    subIssues.pageInfo = node.subIssues.pageInfo;
  }
}

/** Groups of runs that fit into a document, runs of like size together. */
export function groupsOf(heads: readonly RunHead[], most = mostSteps): RunHead[][] {
  const groups: RunHead[][] = [];
  for (const head of heads.toSorted((one, other) => stepsOf(other) - stepsOf(one))) {
    const group = groups.at(-1);
    const largest = group?.[0];
    const fits = group && largest && group.length < mostRuns && (group.length + 1) * stepsOf(largest) <= most;
    if (fits) group.push(head);
    else groups.push([head]);
  }
  return groups;
}

/** GitHub takes no page of nothing. */
export const stepsOf = ({ subIssuesSummary }: RunHead) => Math.min(100, Math.max(1, subIssuesSummary.total));
export const blockersOf = ({ issueDependenciesSummary }: RunHead) =>
  Math.min(50, Math.max(1, issueDependenciesSummary.totalBlockedBy));
