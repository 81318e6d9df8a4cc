import { type Html, html } from "../../http/html.ts";
import type { PageContext } from "../page-context.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A moment in words relative to the sandbox's clock, with the exact time as a tooltip: "3 days ago". */
export function when(instant: string, { world }: PageContext): Html {
  const agoMs = Date.parse(world.clock.now()) - Date.parse(instant);
  return html`<time datetime="${instant}" title="${exactTime(instant)}">${relative(agoMs, instant)}</time>`;
}

/** "Mon 2 Mar 2026, 08:00 UTC" */
export function exactTime(instant: string): string {
  const format = new Intl.DateTimeFormat("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "UTC",
  });
  return `${format.format(new Date(instant))} UTC`;
}

function relative(agoMs: number, instant: string): string {
  if (agoMs < 0) return `on ${shortDate(instant)}`;
  if (agoMs < minuteMs) return "just now";
  if (agoMs < hourMs) return count(Math.floor(agoMs / minuteMs), "minute");
  if (agoMs < dayMs) return count(Math.floor(agoMs / hourMs), "hour");
  if (agoMs < 30 * dayMs) return count(Math.floor(agoMs / dayMs), "day");
  return `on ${shortDate(instant)}`;
}

const count = (number: number, unit: string): string => `${number} ${unit}${number === 1 ? "" : "s"} ago`;

const shortDate = (instant: string): string =>
  new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(instant));
