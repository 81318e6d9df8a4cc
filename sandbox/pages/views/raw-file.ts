import { findCommit } from "../../state/git/find-commit.ts";
import { findEntry } from "../../state/git/read-tree.ts";
import { errorPage } from "../error-page.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";

/** A file's bare text at a revision. */
export async function rawFile(context: PageContext, revision = "", path = ""): Promise<Page> {
  await context.world.head();
  const commit = findCommit(context.act.state, revision);
  const entry = commit && findEntry(commit.files, path);
  if (entry?.type !== "blob") return errorPage(404, `There is no file ${path} at ${revision}.`);
  return { plain: entry.text };
}
