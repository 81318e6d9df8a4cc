import type { ObservedProposal, ProposalChange } from "../../core/proposal/index.ts";

/** The proposals of one repository of a forge. */
export interface ProposalRepository {
  /** An issue in which somebody proposes a change; nothing where there is no such issue. */
  observe(issue: number): Promise<ObservedProposal | undefined>;
  /**
   * Writes changes in order and gives the number of the pull request that was opened, if any. What an interrupted attempt left is
   * taken up. Throws {@link FilesRefused} where the bot may not write files.
   */
  act(issue: number, changes: readonly ProposalChange[]): Promise<{ readonly pull: number | undefined }>;
}

/** The forge does not let the bot write files or open pull requests. */
export class FilesRefused extends Error {
  override readonly name = "FilesRefused";
}
