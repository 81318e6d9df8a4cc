import {
  decideLearning,
  followTicks,
  isDayOfLearning,
  readLearningBranch,
} from "../../core/learning/index.ts";
import type { RunRecord } from "../../core/metrics/index.ts";
import { text } from "../../core/text/index.ts";
import type { LearningFacts, LearningRepository } from "../ports/learning-repository.ts";
import { FilesRefused } from "../ports/proposal-repository.ts";

/** What a look at suggestions is made with. */
export interface LearnOptions {
  readonly now: string;
  /** Whether it is the day on which new suggestions are made; else only the ticks of open ones are followed. */
  readonly isDay: boolean;
  /** The records of all runs; asked for only on the day on which suggestions are made. */
  readonly records: () => Promise<readonly RunRecord[]>;
}

/**
 * Brings what runs suggest as pull requests, on the day for it, and keeps those that are open to their ticks. Gives the numbers
 * of the pull requests that were opened or written to.
 */
export async function learn(repository: LearningRepository, options: LearnOptions): Promise<number[]> {
  const pulls = await repository.observePulls(options.isDay ? "all" : "open");
  // Nothing else is read where there is nothing to do: on all days but one in a month and those with suggestions that are open.
  if (pulls === undefined || (!options.isDay && pulls.pulls.length === 0)) return [];
  const facts: LearningFacts = { ...pulls, ...(await repository.readHandbook(pulls.base)) };
  try {
    return [
      // What is open follows its ticks, as it says, whether or not more is wanted.
      ...(await keepToTicks(repository, facts)),
      ...(options.isDay && isDayOfLearning(facts.handbook.handbook, options.now)
        ? await suggest(repository, facts, options)
        : []),
    ];
  } catch (error) {
    if (error instanceof FilesRefused) throw new Error(text.learning.mayNotWrite, { cause: error });
    throw error;
  }
}

async function keepToTicks(repository: LearningRepository, facts: LearningFacts): Promise<number[]> {
  const written: number[] = [];
  for (const pull of await repository.observeOpen(facts)) {
    const wanted = followTicks(pull);
    if (wanted === undefined) continue;
    const process = readLearningBranch(pull.branch)?.process ?? "";
    const title = facts.handbook.handbook.processes.get(process)?.title ?? process;
    await repository.write(pull, wanted, text.learning.pull.unticked(title));
    written.push(pull.number);
  }
  return written;
}

async function suggest(
  repository: LearningRepository,
  facts: LearningFacts,
  { now, records }: LearnOptions,
): Promise<number[]> {
  const opened: number[] = [];
  const failures: unknown[] = [];
  for (const change of decideLearning({ ...facts, records: await records() }, now)) {
    try {
      opened.push(await repository.open(change));
    } catch (error) {
      if (error instanceof FilesRefused) throw error;
      // What is wrong with one process keeps no other from its suggestions.
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return opened;
}
