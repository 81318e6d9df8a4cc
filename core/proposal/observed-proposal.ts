import type { CheckedHandbook } from "../handbook/index.ts";

/** An issue in which somebody proposes a change, as GitHub has it now. */
export interface ObservedProposal {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly isOpen: boolean;
  /** Who opened it: login and account id, from which GitHub makes an address that names them as co-author. */
  readonly author: { readonly login: string; readonly id: number | null };
  /** Whether its author is of the team, asked of GitHub now. */
  readonly isByTeam: boolean;
  /** Whether somebody of the team asked for `/draft` since the text was last changed. */
  readonly isDraftAsked: boolean;
  /** Whether it has the label by which proposals are found. */
  readonly isLabelled: boolean;
  /** The bot's answer, the oldest where there are several. */
  readonly answer: { readonly id: number; readonly body: string } | undefined;
  /** Other answers of the bot, which came to be when two of it were at work. */
  readonly twins: readonly { readonly id: number; readonly body: string }[];
  /** The pull request that came of it, and whether it was closed without being merged; nothing before there is one. */
  readonly pull: { readonly number: number; readonly isGivenUp: boolean } | undefined;
  /** The newest commit of the branch that changes start from, and its name. */
  readonly base: { readonly branch: string; readonly sha: string };
  readonly handbook: CheckedHandbook;
  /** The text of each process file, by path within the handbook. */
  readonly texts: ReadonlyMap<string, string>;
}
