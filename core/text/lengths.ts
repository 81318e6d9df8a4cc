import type { Quantity } from "../calendar/index.ts";
import { length } from "./site/lengths.ts";

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
