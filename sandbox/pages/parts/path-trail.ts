import { encodePath } from "../../http/decode-component.ts";
import { type Html, html } from "../../http/html.ts";
import type { PageContext } from "../page-context.ts";

/** The page's heading: the way to a file or folder, each part a link. */
export function pathTrail(context: PageContext, revision: string, path: string): Html {
  const root = context.repo(`/tree/${encodeURIComponent(revision)}`);
  const parts = path.split("/").filter((part) => part !== "");
  return html`<h1 class="trail"><a href="${root}">${context.world.state.repository.name}</a>${parts.map(
    (part, at) => {
      const isLast = at === parts.length - 1;
      const target = `${root}/${encodePath(parts.slice(0, at + 1).join("/"))}`;
      return html`<span aria-hidden="true"> / </span>${isLast ? html`<strong>${part}</strong>` : html`<a href="${target}">${part}</a>`}`;
    },
  )}</h1>`;
}
