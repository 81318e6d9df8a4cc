import { readFile } from "node:fs/promises";
import { collectRuns } from "../bot/collect-runs.ts";
import { createGitHubRepository } from "../bot/github/github-repository.ts";
import { code } from "../core/message.ts";
import { type RunRecord, readRunsFile } from "../core/metrics/index.ts";
import { githubTarget } from "./github-option.ts";
import { type Terminal, UsageError } from "./terminal.ts";

/** Where the records of past runs come from. */
export interface RunsSource {
  /** A file that `report --format json` wrote; GitHub is asked when left out. */
  readonly runs?: string | undefined;
  readonly repository?: string | undefined;
  readonly handbook: string;
}

/** The records of all runs, from a file or from GitHub. A file that is none is wrong usage. */
export async function readRuns(
  source: RunsSource,
  configured: string | undefined,
  terminal: Terminal,
): Promise<readonly RunRecord[]> {
  if (source.runs !== undefined) return runsIn(source.runs);
  const { owner, name, graphql } = githubTarget(source.repository, configured, terminal);
  const repository = createGitHubRepository({
    graphql,
    name: { owner, name },
    root: source.handbook,
    trust: "apps",
  });
  return (await collectRuns(repository, terminal.now())).runs;
}

async function runsIn(path: string): Promise<readonly RunRecord[]> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined)
    throw new UsageError(
      `There is no file ${code(path)}, expected one that \`handrail report --format json\` wrote.`,
    );
  const reading = readRunsFile(valueIn(text));
  if (reading.ok) return reading.file.runs;
  throw new UsageError(`${code(path)}: ${reading.problem} ${reading.remedy}`);
}

function valueIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
