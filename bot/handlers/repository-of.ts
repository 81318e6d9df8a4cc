import type { Context } from "probot";
import type { RepositoryRef } from "../runs.ts";

/** The repository an event is about, with the client that may write to it. */
export function repositoryOf(context: Pick<Context, "octokit" | "payload">): RepositoryRef {
  const { repository } = context.payload as {
    readonly repository: { readonly name: string; readonly owner: { readonly login: string } };
  };
  return { owner: repository.owner.login, name: repository.name, octokit: context.octokit };
}
