import { type Quantity, timesInWindow } from "../calendar/index.ts";
import type { ProcessDefinition, Step } from "../definition/index.ts";
import { length } from "./site/lengths.ts";

type Dated = Pick<ProcessDefinition, "ask" | "anchor">;

/** A length in words: `3 business days`, `2 hours`. The sign does not count. */
export function lengthInWords({ amount, unit }: Quantity): string {
  return length.units[unit](Math.abs(amount));
}

/** A due offset in words: `30 days before the publish date`, `On the publish date`. */
export function offsetInWords(offset: Quantity, anchor: string): string {
  if (offset.amount === 0) return length.onDay(anchor);
  const amount = lengthInWords(offset);
  return offset.amount < 0 ? length.before(amount, anchor) : length.after(amount, anchor);
}

/** What the date is called that the offset of a step counts from. */
export function anchorNameOf({ countsFrom }: Pick<Step, "countsFrom">, { ask, anchor }: Dated): string {
  return countsFrom === undefined ? anchor : (ask.find(({ id }) => id === countsFrom)?.label ?? countsFrom);
}

/**
 * When a step is due, in words: `30 days before the publish date`, `9 to 8 months before the event`, with its hour where it
 * names one, that it is this very day, and how often it is done; nothing for a step without a due date of its own.
 */
export function dueInWords(step: Step, definition: Dated): string | undefined {
  const { dueOffset, opensOffset, dueTime, isExact, every } = step;
  if (!dueOffset) return undefined;
  const due = offsetInWords(dueOffset, anchorNameOf(step, definition));
  const day = opensOffset ? length.window(windowStart(opensOffset, dueOffset), due) : due;
  return `${day}${dueTime === undefined ? "" : length.at(dueTime)}${isExact ? length.exact : ""}${every ? againInWords(opensOffset, dueOffset, every) : ""}`;
}

/** How often a step is done in its window: `, every week: 8 times`. */
function againInWords(opens: Quantity | undefined, due: Quantity, every: Quantity): string {
  return length.again(lengthInWords(every), opens ? (timesInWindow(opens, due, every)?.length ?? 1) : 1);
}

/** The first day of a window as it stands before the last: `9` before `8 months before`, `2 weeks` before `3 days before`. */
function windowStart(opens: Quantity, due: Quantity): string {
  const isAlike = opens.unit === due.unit && Math.sign(opens.amount) === Math.sign(due.amount);
  if (isAlike) return String(Math.abs(opens.amount));
  if (opens.amount === 0) return length.sameDay;
  return `${lengthInWords(opens)} ${opens.amount < 0 ? length.earlier : length.later}`;
}

/** Person-time in words: `45 minutes`, `1 hour 30 minutes`, `8 hours`. */
export function effortInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [
    ...(hours > 0 ? [length.units.h(hours)] : []),
    ...(rest > 0 || hours === 0 ? [length.units.m(rest)] : []),
  ];
  return parts.join(" ");
}
