import { type Html, html } from "../../http/html.ts";
import type { Issue } from "../../state/types.ts";

type Look = "open" | "completed" | "not-planned" | "merged" | "dropped";

/** A coloured mark and a word: nobody has to tell states apart by colour. */
export function stateBadge(issue: Issue): Html {
  const look = lookOf(issue);
  return html`<span class="state state-${look}">${stateIcon(issue)}${words[look]}</span>`;
}

/** The mark alone, named for screen readers. */
export function stateMark(issue: Issue): Html {
  const look = lookOf(issue);
  return html`<span class="state-mark state-mark-${look}" role="img" aria-label="${words[look]}">${stateIcon(issue)}</span>`;
}

const words: Readonly<Record<Look, string>> = {
  open: "Open",
  completed: "Closed",
  "not-planned": "Closed as not planned",
  merged: "Merged",
  dropped: "Closed",
};

function lookOf({ state, stateReason, pull }: Issue): Look {
  if (state === "open") return "open";
  if (pull !== null) return pull.merged === null ? "dropped" : "merged";
  return stateReason === "completed" ? "completed" : "not-planned";
}

function stateIcon(issue: Issue): Html {
  const inside = {
    open: html`<circle cx="8" cy="8" r="2"/>`,
    completed: html`<path d="m5 8.2 2 2 4-4.4" fill="none" stroke="currentColor" stroke-width="1.6"/>`,
    merged: html`<path d="m5 8.2 2 2 4-4.4" fill="none" stroke="currentColor" stroke-width="1.6"/>`,
    dropped: html`<path d="m4.5 11.5 7-7" fill="none" stroke="currentColor" stroke-width="1.6"/>`,
    "not-planned": html`<path d="m4.5 11.5 7-7" fill="none" stroke="currentColor" stroke-width="1.6"/>`,
  }[lookOf(issue)];
  return html`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="currentColor">
    <circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" stroke-width="1.6"/>${inside}</svg>`;
}
