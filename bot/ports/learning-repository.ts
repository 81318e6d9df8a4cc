import type { LearningChange, ObservedLearning, TickedPull } from "../../core/learning/index.ts";

/** What is known of a repository's suggestions before its runs are read. */
export type LearningFacts = Omit<ObservedLearning, "records">;

/** An open pull request with suggestions and the file it changes. */
export interface OpenSuggestions extends TickedPull {
  readonly number: number;
  readonly branch: string;
  /** Path in the repository of the file. */
  readonly path: string;
}

/** The pull requests of one repository of a forge in which the bot brings what runs suggest. */
export interface LearningRepository {
  /** The newest commit, and such pull requests: every one, or those that are open; nothing in an empty repository. */
  observePulls(which: "all" | "open"): Promise<Pick<LearningFacts, "base" | "pulls"> | undefined>;
  /** The handbook at a commit. */
  readHandbook(base: LearningFacts["base"]): Promise<Pick<LearningFacts, "handbook" | "texts">>;
  /** Those that are open, with what their file reads now. */
  observeOpen(facts: LearningFacts): Promise<readonly OpenSuggestions[]>;
  /** Opens a pull request, taking up what an interrupted attempt left, and gives its number. */
  open(change: LearningChange): Promise<number>;
  /** Writes the file of an open one anew. */
  write(pull: OpenSuggestions, text: string, message: string): Promise<void>;
}
