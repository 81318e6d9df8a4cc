import type { CheckedHandbook } from "../handbook/index.ts";

/** An issue in which somebody proposes a change, as GitHub has it now. */
export interface ObservedProposal {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly isOpen: boolean;
  /** Who opened it: login and account id, from which GitHub makes an address that names them as co-author. */
  readonly author: { readonly login: string; readonly id: number };
  /** Whether its author is of the team, asked of GitHub now. */
  readonly isByTeam: boolean;
  /** Whether somebody of the team wrote `/draft` in a comment of its own. */
  readonly isDraftAsked: boolean;
  /** The bot's answer, the oldest where there are several. */
  readonly answer: { readonly id: number; readonly body: string } | undefined;
  /** The pull request that came of it, however it fared since; nothing before there is one. */
  readonly pull: number | undefined;
  /** The newest commit of the branch that changes start from, and its name. */
  readonly base: { readonly branch: string; readonly sha: string };
  readonly handbook: CheckedHandbook;
  /** The text of each process file, by path within the handbook. */
  readonly texts: ReadonlyMap<string, string>;
}
