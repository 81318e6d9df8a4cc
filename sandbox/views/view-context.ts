import type { GitHubState } from "../state/types.ts";
import type { Urls } from "../urls.ts";

/** What turning a record into GitHub's JSON needs besides the record. */
export interface ViewContext {
  readonly state: GitHubState;
  readonly urls: Urls;
}

/** A JSON object as GitHub answers it; its shape is checked against GitHub's description, not by the compiler. */
export type View = Record<string, unknown>;

/** The API address of the repository, to which resources are appended. */
export function repositoryApi({ state, urls }: ViewContext): string {
  return urls.api(`/repos/${state.repository.fullName}`);
}
