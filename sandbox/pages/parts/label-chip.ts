import { type Html, html } from "../../http/html.ts";
import type { Label } from "../../state/types.ts";
import type { PageContext } from "../page-context.ts";

/** A label: its colour as a dot, its name as text that stays readable whatever the colour is. */
export function labelChip(label: Label, context: PageContext): Html {
  const target = context.repo(`/issues?label=${encodeURIComponent(label.name)}`);
  return html`<a class="chip" href="${target}" title="${label.description}"
    ><span class="dot ${labelColorClass(label)}"></span>${label.name}</a>`;
}

/** The class that the generated style sheet gives this label's colour. */
function labelColorClass(label: Label): string {
  return `label-${label.color}`;
}
