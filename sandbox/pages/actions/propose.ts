import { changeFiles } from "../../change-files.ts";
import { requireWrite } from "../../state/authority.ts";
import { createBranch } from "../../state/git/commit-files.ts";
import { findCommit } from "../../state/git/find-commit.ts";
import { findEntry } from "../../state/git/read-tree.ts";
import { createPullRequest } from "../../state/pull-requests.ts";
import { Refusal } from "../../state/refusal.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";
import { keepLineBreaks } from "./keep-line-breaks.ts";

/** Makes a branch with the changed file and a pull request from it. */
export async function proposeAction(
  context: PageContext,
  form: URLSearchParams,
  base = "",
  path = "",
): Promise<Page> {
  const { act, world } = context;
  requireWrite(act);
  await world.head();
  const commit = findCommit(act.state, base);
  const before = commit && findEntry(commit.files, path);
  if (commit === undefined || before?.type !== "blob")
    throw new Refusal("not-found", `There is no file ${path}.`);
  const text = keepLineBreaks(before.text, form.get("text") ?? "");
  if (text === before.text)
    throw new Refusal("unprocessable", "Nothing was changed, so there is nothing to propose.");

  const title = form.get("title")?.trim() || `Update ${before.name}`;
  const head = freeBranchName(context);
  createBranch(act, head, commit);
  await changeFiles(world, act, head, new Map([[path, text]]), title);
  const issue = createPullRequest(act, { title, body: form.get("body") ?? "", head, base, draft: false });
  return { redirect: context.repo(`/pull/${issue.number}`) };
}

/** GitHub's own names for such branches: `login-patch-1`. */
function freeBranchName({ act, viewer }: PageContext): string {
  for (let number = 1; ; number += 1) {
    const name = `${viewer.login}-patch-${number}`;
    if (!act.state.branches.has(name)) return name;
  }
}
