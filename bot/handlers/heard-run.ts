import type { Context } from "probot";
import type { HeardRun } from "../hearing.ts";

/** A run of the repository that an event is about. */
export function heardRun(context: Pick<Context, "id" | "payload">, run: number): HeardRun {
  const { repository, installation } = context.payload as {
    readonly repository: { readonly name: string; readonly owner: { readonly login: string } };
    readonly installation?: { readonly id: number };
  };
  return {
    account: installation?.id ?? 0,
    owner: repository.owner.login,
    name: repository.name,
    run,
    delivery: context.id,
  };
}
