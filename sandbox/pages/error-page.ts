import { html } from "../http/html.ts";
import type { Page } from "./page.ts";

/** A page that says what went wrong. */
export function errorPage(status: number, message: string): Page {
  const title = status === 404 ? "Not found" : status === 410 ? "Deleted" : "That did not work";
  return {
    status,
    title,
    main: html`<div class="empty"><h1>${title}</h1><p>${message}</p>
      <p class="muted">If you were filling in a form, go back in your browser: what you wrote is still there.</p></div>`,
  };
}
