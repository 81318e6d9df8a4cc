import { runMarksDocument } from "./documents/run-heads.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import { blockersOf, groupsOf, stepsOf } from "./read-runs.ts";
import type { MarkedIssue, MarkedRun, RunData, RunHead, RunMarksData } from "./response-types.ts";

/** Runs as they were read last, for as long as GitHub shows that nothing of them has changed. */
export interface RunMemory {
  /** Those of the runs that are as they were; asks when each of their issues and comments was changed last. */
  readonly unchanged: (graphql: GraphqlClient, heads: readonly RunHead[]) => Promise<Map<number, RunData>>;
  readonly remember: (runs: Iterable<RunData>) => void;
  /** How many steps a run is expected to have, with some room; nothing for one that was not read before. */
  readonly expectedSteps: (run: number) => number | undefined;
  /** So many steps of a run were made. */
  readonly made: (run: number, steps: number) => void;
  readonly forget: (run: number) => void;
}

/** GitHub tells of changes by the second; what has only just changed may change again unseen. */
const stillMoving = 60_000;
/** Who may do what is not told by any change of an issue, so that every run is read anew once in a while. */
const longestMemory = 12 * 3_600_000;
/** A process with many runs keeps its memory; the runs beyond are read each time. */
const mostIssues = 5000;
const mostStepsInMarks = 1000;
/** People and the bot add a step now and then. */
const room = 2;

/** `now` in milliseconds since 1970. */
export function createRunMemory(now: () => number): RunMemory {
  const known = new Map<number, { readonly run: RunData; readonly marks: string; readonly readAt: number }>();
  const sizes = new Map<number, number>();
  return {
    expectedSteps(run) {
      const size = sizes.get(run);
      return size === undefined ? undefined : size + room;
    },
    made: (run, steps) => void sizes.set(run, (sizes.get(run) ?? 0) + steps),
    forget(run) {
      sizes.delete(run);
      known.delete(run);
    },
    async unchanged(graphql, heads) {
      const fresh = heads.filter(({ number }) => (known.get(number)?.readAt ?? 0) > now() - longestMemory);
      const same = new Map<number, RunData>();
      for (const group of groupsOf(fresh, mostStepsInMarks)) {
        const variables = {
          runs: group.map(({ id }) => id),
          steps: Math.max(...group.map(stepsOf)),
          blockers: Math.max(...group.map(blockersOf)),
        };
        // Without an answer the runs are read whole.
        const { nodes } = await graphql<RunMarksData>(runMarksDocument, variables).catch(() => ({
          nodes: [],
        }));
        for (const marked of nodes) {
          const found = marked ? known.get(marked.number) : undefined;
          if (marked && found?.marks === marksOf(marked)) same.set(marked.number, found.run);
        }
      }
      return same;
    },
    remember(runs) {
      for (const run of runs) {
        known.delete(run.number);
        sizes.delete(run.number);
        sizes.set(run.number, run.subIssues.nodes.length);
        const isQuiet = newestChange(run) < now() - stillMoving;
        if (isQuiet) known.set(run.number, { run, marks: marksOf(run), readAt: now() });
      }
      for (const run of [...sizes.keys()].slice(0, -mostIssues)) sizes.delete(run);
      let issues = 0;
      for (const [number, { run }] of [...known].reverse()) {
        issues += 1 + run.subIssues.nodes.length;
        if (issues > mostIssues) known.delete(number);
      }
    },
  };
}

const changes = (run: MarkedRun) =>
  [run, ...run.subIssues.nodes].flatMap((issue: MarkedIssue) => [issue, ...issue.comments.nodes.slice(-100)]);

function marksOf(run: MarkedRun): string {
  const hidden = changes(run).flatMap((one) => ("isMinimized" in one && one.isMinimized ? [one.id] : []));
  const changed = [...run.waitsFor.nodes, ...changes(run)].map(({ id, updatedAt }) => `${id} ${updatedAt}`);
  // That the run above is gone, or another one, changes no issue of this one.
  const above = run.parent === null ? "" : `${run.parent.repository.databaseId}#${run.parent.number}`;
  return [above, ...changed, "hidden", ...hidden].join("\n");
}

function newestChange(run: MarkedRun): number {
  return Math.max(...[...run.waitsFor.nodes, ...changes(run)].map(({ updatedAt }) => Date.parse(updatedAt)));
}
