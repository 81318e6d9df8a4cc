import { type Html, html } from "../../http/html.ts";

/** "3 of 12 done", with a bar. */
export function progress(completed: number, total: number): Html {
  return html`<span class="progress"><progress value="${completed}" max="${total}" aria-label="Sub-issues done"></progress>
    <span class="muted">${completed} of ${total} done</span></span>`;
}
