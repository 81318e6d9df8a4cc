import { type DiffHunk, diffHunks } from "../../diff/diff-hunks.ts";
import { encodePath } from "../../http/decode-component.ts";
import { type Html, html } from "../../http/html.ts";
import type { ChangedFile } from "../../state/git/changed-files.ts";
import { pullRequestFiles } from "../../state/pull-requests.ts";
import type { PullRequest } from "../../state/types.ts";
import { countLines } from "../../views/view-diff.ts";
import type { PageContext } from "../page-context.ts";

/** The files a pull request changes, line by line. */
export function changedFilesBox(pull: PullRequest, context: PageContext): Html {
  const files = pullRequestFiles(context.act.state, pull);
  return html`<section aria-labelledby="files-title"><h2 id="files-title" class="box-title">${files.length} changed ${files.length === 1 ? "file" : "files"}</h2>
  ${files.map((file) => fileBox(file, pull, context))}</section>`;
}

function fileBox(file: ChangedFile, pull: PullRequest, context: PageContext): Html {
  const { additions, deletions } = countLines(file);
  const target = context.repo(`/blob/${pull.headSha}/${encodePath(file.path)}`);
  return html`<details class="box file" open><summary class="box-head"><strong>${file.previousPath !== undefined && `${file.previousPath} → `}${file.path}</strong>
    <span><span class="muted">${file.status}</span> <span class="good">+${additions}</span> <span class="bad">−${deletions}</span></span></summary>
  <div class="table-scroll" tabindex="0" role="region" aria-label="Changes of ${file.path}"><table class="lines diff"><tbody>
  ${diffHunks(file.before, file.after).map(hunkRows)}</tbody></table></div>
  ${file.after !== null && html`<p class="file-foot"><a href="${target}">The whole file</a></p>`}</details>`;
}

const signs = { same: " ", removed: "−", added: "+" } as const;

function hunkRows({ oldStart, newStart, lines }: DiffHunk): Html {
  let oldLine = oldStart;
  let newLine = newStart;
  return html`<tr class="hunk"><td class="line-number">…</td><td class="line-number">…</td><td class="line"></td></tr>
  ${lines.map(({ kind, text }) => {
    const before = kind === "added" ? "" : oldLine++;
    const after = kind === "removed" ? "" : newLine++;
    return html`<tr class="diff-${kind}"><td class="line-number">${before}</td><td class="line-number">${after}</td><td class="line"><span class="sign">${signs[kind]}</span>${text}</td></tr>`;
  })}`;
}
