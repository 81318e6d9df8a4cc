/** Minutes, hours, calendar days, business days, weeks, months, years: the units the handbook's texts may use. */
export type Unit = "m" | "h" | "d" | "bd" | "w" | "mo" | "y";

/** A number with a unit, such as `3bd`; negative only where an offset is meant. */
export interface Quantity {
  readonly amount: number;
  readonly unit: Unit;
}

const offsetForm = "(?:(?:[+-]\\d{1,4}|0{1,4})(?:d|bd|w)|(?:[+-]\\d{1,3}|0{1,3})mo)";

/** The form of a due offset: a sign is required unless the number is 0, so that before and after are never guessed. */
export const offsetPattern = new RegExp(`^${offsetForm}$`);

/** The form of a due date: an offset, or a window of two, `-9mo..-8mo`. */
export const duePattern = new RegExp(`^${offsetForm}(?:\\.\\.${offsetForm})?$`);

/** The form of a quantity: a whole number from 0 to 9999 and one of the units. */
export function quantityPattern(units: readonly Unit[]): RegExp {
  return new RegExp(`^\\d{1,4}(?:${units.join("|")})$`);
}

/** Reads `3bd`, `48h` or `6mo`: a whole number from 0 to 9999 and one of the allowed units; else nothing. */
export function parseQuantity(text: string, units: readonly Unit[]): Quantity | undefined {
  if (!quantityPattern(units).test(text)) return undefined;
  return { amount: Number.parseInt(text, 10), unit: text.replace(/^\d+/, "") as Unit };
}

/**
 * Reads a due offset: `-30d` calendar days, `-5bd` business days, `+2w` weeks, `-9mo` months, `0d` the anchor date itself.
 * Nothing when a number other than 0 has no sign.
 */
export function parseOffset(text: string): Quantity | undefined {
  if (!offsetPattern.test(text)) return undefined;
  const amount = Number.parseInt(text, 10);
  return { amount: amount === 0 ? 0 : amount, unit: text.replace(/^[+-]?\d+/, "") as Unit };
}

/** When a step is due: the offset of its due date, and of the day it may begin on where that is a window. */
export interface Due {
  readonly opens?: Quantity;
  readonly due: Quantity;
}

/** Reads a due date, `-5bd` or `-9mo..-8mo`. Nothing for another text, nor for a window that ends before it begins. */
export function parseDue(text: string): Due | undefined {
  const [first = "", last, ...more] = text.split("..");
  const opens = last === undefined ? undefined : parseOffset(first);
  const due = parseOffset(last ?? first);
  if (!due || more.length > 0 || (last !== undefined && !opens)) return undefined;
  if (!opens) return { due };
  return roughDays(opens) <= roughDays(due) ? { opens, due } : undefined;
}

/** How many calendar days a quantity is, where five business days are a week and twelve months a year. */
export function roughDays({ amount, unit }: Quantity): number {
  const month = 365.25 / 12;
  return amount * { m: 0, h: 0, d: 1, bd: 7 / 5, w: 7, mo: month, y: 12 * month }[unit];
}

/** The text an offset is written as; the inverse of {@link parseOffset} up to the sign of zero. */
export function formatOffset(offset: Quantity): string {
  return `${offset.amount > 0 ? "+" : ""}${formatQuantity(offset)}`;
}

/** The text a quantity is written as. */
export function formatQuantity(quantity: Quantity): string {
  return `${quantity.amount}${quantity.unit}`;
}
