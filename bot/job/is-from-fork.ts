/** What the event of a pull request says of where it comes from. */
interface PullRequestEvent {
  readonly pull_request?: { readonly head?: { readonly repo?: { readonly full_name?: string } | null } };
  readonly repository?: { readonly full_name?: string };
  readonly sender?: { readonly login?: string };
}

/**
 * Whether an event is about a pull request for which GitHub gives the job a token that may only read: one from a fork, also one
 * that is gone since, or from Dependabot.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request
 */
export function isFromFork(payload: unknown): boolean {
  const { pull_request: pull, repository, sender } = (payload ?? {}) as PullRequestEvent;
  if (pull === undefined) return false;
  const isForeign = pull.head?.repo?.full_name !== repository?.full_name;
  return isForeign || sender?.login === "dependabot[bot]";
}
