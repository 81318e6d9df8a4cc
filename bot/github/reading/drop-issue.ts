import type { RestClient } from "../rest-client.ts";

/** Closes an issue of the bot that asks somebody to read what another one asks already. */
export async function dropIssue(
  number: number,
  rest: RestClient,
  at: Readonly<Record<"owner" | "repo", string>>,
): Promise<void> {
  await rest("PATCH /repos/{owner}/{repo}/issues/{issue_number}", {
    ...at,
    issue_number: number,
    state: "closed",
    state_reason: "not_planned",
  });
}
