import { Html, html } from "../../http/html.ts";
import { renderMarkdown } from "../../markdown/render-markdown.ts";
import type { PageContext } from "../page-context.ts";

/** A text rendered as GitHub renders it; with a form of that id its boxes can be ticked. */
export function markdown(text: string, { world }: PageContext, tickForm?: string): Html {
  if (text.trim() === "") return html`<p class="muted"><em>No description provided.</em></p>`;
  const rendered = renderMarkdown(text, { state: world.state, urls: world.urls, tickForm });
  return html`<div class="markdown">${new Html(rendered)}</div>`;
}
