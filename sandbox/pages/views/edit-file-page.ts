import { type Html, html } from "../../http/html.ts";
import { findCommit } from "../../state/git/find-commit.ts";
import { findEntry } from "../../state/git/read-tree.ts";
import { mayWrite } from "../../state/permissions.ts";
import { errorPage } from "../error-page.ts";
import type { Page } from "../page.ts";
import type { PageContext } from "../page-context.ts";
import { pathTrail } from "../parts/path-trail.ts";

/** A file to change, and the form to propose the change as a pull request. */
export async function editFilePage(context: PageContext, branch = "", path = ""): Promise<Page> {
  await context.world.head();
  const commit = context.act.state.branches.has(branch) ? findCommit(context.act.state, branch) : undefined;
  const entry = commit && findEntry(commit.files, path);
  if (entry?.type !== "blob") return errorPage(404, `There is no file ${path} on the branch ${branch}.`);
  if (!mayWrite(context.act))
    return errorPage(
      403,
      "GitHub would make you a copy of the repository to change; the sandbox has no copies. Act as somebody who may write.",
    );
  return {
    title: `Editing ${entry.name}`,
    wide: true,
    main: html`${pathTrail(context, branch, path)}
${proposalForm(context, entry.name, entry.text)}`,
  };
}

function proposalForm(context: PageContext, name: string, text: string): Html {
  return html`<form class="stack" method="post" action="${context.href(context.url.pathname)}">
  <p><label for="text">Content</label><textarea class="code-input" id="text" name="text" rows="24" spellcheck="false">
${text}</textarea></p>
  <p><label for="title">What changes, in a line</label><input id="title" name="title" required maxlength="256" value="Update ${name}"></p>
  <p><label for="body">Why</label><textarea id="body" name="body" rows="4"></textarea></p>
  <p><button class="primary">Propose the change</button> <span class="muted">It becomes a pull request; the file itself stays as it is.</span></p>
</form>`;
}
