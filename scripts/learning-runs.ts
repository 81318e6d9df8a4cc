import { collectRuns } from "../bot/collect-runs.ts";
import { createGitHubRepository } from "../bot/github/github-repository.ts";
import type { DecidedSuggestion, RunRecord, RunsFile } from "../core/metrics/index.ts";
import { githubTarget } from "./github-option.ts";
import { readRunsAt } from "./read-runs-at.ts";
import type { Terminal } from "./terminal.ts";

/** Where the records of past runs come from. */
export interface RunsSource {
  /** A file that `report --format json` wrote; GitHub is asked when left out. */
  readonly runs?: string | undefined;
  readonly repository?: string | undefined;
  readonly handbook: string;
}

/** Past runs, and what people have dealt with: comments with answers to retrospectives, and suggestions. */
export interface PastRuns {
  readonly runs: readonly RunRecord[];
  readonly dealtWith: readonly number[];
  /** What people decided about earlier suggestions. */
  readonly decided: readonly DecidedSuggestion[];
}

/** The records of all runs, from a file or from GitHub. A file that is none is wrong usage. */
export async function readRuns(
  source: RunsSource,
  configured: string | undefined,
  terminal: Terminal,
): Promise<PastRuns> {
  if (source.runs !== undefined) return pastRunsIn(await readRunsAt(source.runs));
  const { owner, name, graphql } = githubTarget(source.repository, configured, terminal);
  const repository = createGitHubRepository({
    graphql,
    name: { owner, name },
    root: source.handbook,
    trust: "apps",
  });
  return pastRunsIn(await collectRuns(repository, terminal.now()));
}

function pastRunsIn({ runs, activity }: RunsFile): PastRuns {
  return { runs, dealtWith: activity?.dealtWith ?? [], decided: activity?.decided ?? [] };
}
