import { type Html, html } from "../../http/html.ts";
import type { PageContext } from "../page-context.ts";

/** The page's heading: the way to a file or folder, each part a link. */
export function pathTrail(context: PageContext, revision: string, path: string): Html {
  const parts = path.split("/").filter((part) => part !== "");
  const link = (at: number) =>
    parts
      .slice(0, at + 1)
      .map(encodeURIComponent)
      .join("/");
  return html`<h1 class="trail"><a href="${context.repo(`/tree/${revision}`)}">${context.world.state.repository.name}</a>${parts.map(
    (part, at) =>
      html`<span aria-hidden="true"> / </span>${at === parts.length - 1 ? html`<strong>${part}</strong>` : html`<a href="${context.repo(`/tree/${revision}/${link(at)}`)}">${part}</a>`}`,
  )}</h1>`;
}
