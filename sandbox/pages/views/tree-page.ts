import { html } from "../../http/html.ts";
import { findCommit } from "../../state/git/find-commit.ts";
import { findEntry } from "../../state/git/read-tree.ts";
import { errorPage } from "../error-page.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";
import { pathTrail } from "../parts/path-trail.ts";

/** A folder at a revision. */
export async function treePage(context: PageContext, revision = "", encodedPath = ""): Promise<Page> {
  await context.world.head();
  const path = decodeURIComponent(encodedPath);
  const commit = findCommit(context.act.state, decodeURIComponent(revision));
  const entry = commit && findEntry(commit.files, path);
  if (commit === undefined || entry === undefined)
    return errorPage(404, `There is no folder ${path} at ${revision}.`);
  if (entry.type === "blob") return { redirect: context.repo(`/blob/${revision}/${encodedPath}`) };
  const folders = entry.entries.filter(({ type }) => type === "tree");
  const files = entry.entries.filter(({ type }) => type === "blob");
  return {
    title: path === "" ? "Files" : path,
    main: html`${pathTrail(context, revision, path)}
<section class="box" aria-label="Files"><ul class="rows">${[...folders, ...files].map(
      ({ type, name, path: target }) =>
        html`<li class="row"><span aria-hidden="true">${type === "tree" ? "▸" : "·"}</span><a href="${context.repo(`/${type}/${revision}/${encodePath(target)}`)}">${name}${type === "tree" && "/"}</a></li>`,
    )}</ul></section>`,
  };
}

const encodePath = (path: string): string => path.split("/").map(encodeURIComponent).join("/");
