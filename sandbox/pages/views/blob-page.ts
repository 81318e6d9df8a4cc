import { encodePath } from "../../http/decode-component.ts";
import { html } from "../../http/html.ts";
import { findCommit } from "../../state/git/find-commit.ts";
import { findEntry } from "../../state/git/read-tree.ts";
import { errorPage } from "../error-page.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";
import { pathTrail } from "../parts/path-trail.ts";

/** A file at a revision, with numbered lines that can be linked to: `#L12`. */
export async function blobPage(context: PageContext, revision = "", path = ""): Promise<Page> {
  await context.world.head();
  const commit = findCommit(context.act.state, revision);
  const entry = commit && findEntry(commit.files, path);
  if (commit === undefined || entry === undefined)
    return errorPage(404, `There is no file ${path} at ${revision}.`);
  if (entry.type === "tree")
    return { redirect: context.repo(`/tree/${encodeURIComponent(revision)}/${encodePath(path)}`) };
  const { branches } = context.act.state;
  const lines = entry.text.replace(/\n$/, "").split("\n");
  return {
    title: path,
    wide: true,
    main: html`${pathTrail(context, revision, path)}
<p class="muted">${lines.length} lines · ${entry.byteSize} bytes · at commit <code>${commit.sha.slice(0, 10)}</code>${
      commit !== findCommit(context.act.state, "HEAD") && html` · <strong>an older revision</strong>`
    }${branches.has(revision) && html` · <a href="${context.repo(`/edit/${encodeURIComponent(revision)}/${encodePath(path)}`)}">propose a change</a>`}</p>
<div class="code" tabindex="0" role="region" aria-label="File content"><table class="lines"><tbody>${lines.map(
      (line, at) =>
        html`<tr id="L${at + 1}"><td class="line-number"><a href="#L${at + 1}" aria-label="Line ${at + 1}">${at + 1}</a></td><td class="line">${line}</td></tr>`,
    )}</tbody></table></div>`,
  };
}
