import { encodePath } from "../../http/decode-component.ts";
import { html } from "../../http/html.ts";
import { findCommit } from "../../state/git/find-commit.ts";
import { findEntry } from "../../state/git/read-tree.ts";
import { errorPage } from "../error-page.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";
import { pathTrail } from "../parts/path-trail.ts";

/** A folder at a revision. */
export async function treePage(context: PageContext, revision = "", path = ""): Promise<Page> {
  await context.world.head();
  const commit = findCommit(context.act.state, revision);
  const entry = commit && findEntry(commit.files, path);
  if (commit === undefined || entry === undefined)
    return errorPage(404, `There is no folder ${path} at ${revision}.`);
  if (entry.type === "blob")
    return { redirect: context.repo(`/blob/${encodeURIComponent(revision)}/${encodePath(path)}`) };
  const folders = entry.entries.filter(({ type }) => type === "tree");
  const files = entry.entries.filter(({ type }) => type === "blob");
  return {
    title: path === "" ? "Files" : path,
    main: html`${pathTrail(context, revision, path)}
<section class="box" aria-label="Files"><ul class="rows">${[...folders, ...files].map(
      ({ type, name, path: target }) =>
        html`<li class="row"><span aria-hidden="true">${type === "tree" ? "▸" : "·"}</span><a href="${context.repo(`/${type}/${encodeURIComponent(revision)}/${encodePath(target)}`)}">${name}${type === "tree" && "/"}</a></li>`,
    )}</ul></section>`,
  };
}
