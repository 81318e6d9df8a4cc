import { type Html, html } from "../../http/html.ts";
import type { TimelineEvent } from "../../state/timeline-event.ts";
import type { Comment, Review } from "../../state/types.ts";
import type { PageContext } from "../page-context.ts";
import { avatar } from "./person.ts";
import { timelineLine } from "./timeline-line.ts";
import { when } from "./when.ts";

/** A comment, a review, or events of one kind by one person that happened right after each other. */
export type TimelineGroup = Comment | Review | TimelineEvent[];

/** Gathers neighbouring events that say the same, such as twelve sub-issues added at once. */
export function foldTimeline(items: readonly (TimelineEvent | Comment | Review)[]): TimelineGroup[] {
  const groups: TimelineGroup[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (!("detail" in item)) groups.push(item);
    else if (Array.isArray(last) && last[0] !== undefined && sameKind(last[0], item)) last.push(item);
    else groups.push([item]);
  }
  return groups;
}

const sameKind = (a: TimelineEvent, b: TimelineEvent): boolean =>
  a.detail.event === b.detail.event && a.actor.id === b.actor.id;

/** Few events as lines of their own, many as one line that unfolds. */
export function timelineFold(group: readonly TimelineEvent[], context: PageContext): Html {
  const [first] = group;
  const lines = group.map((item) => timelineLine(item, context));
  if (first === undefined || group.length < 3) return html`${lines}`;
  const what = first.detail.event.replaceAll("_", " ");
  return html`<li class="event">${avatar(first.actor, context)}
    <details><summary><strong>${first.actor.login.replace("[bot]", "")}</strong> · ${what} · ${group.length} times <span class="muted">${when(first.createdAt, context)}</span></summary>
    <ol class="timeline">${lines}</ol></details></li>`;
}
