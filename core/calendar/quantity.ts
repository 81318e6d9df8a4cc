/** Minutes, hours, calendar days, business days, weeks, months, years: the units the handbook's texts may use. */
export type Unit = "m" | "h" | "d" | "bd" | "w" | "mo" | "y";

/** A number with a unit, such as `3bd`; negative only where an offset is meant. */
export interface Quantity {
  readonly amount: number;
  readonly unit: Unit;
}

/** The form of a due offset: a sign is required unless the number is 0, so that before and after are never guessed. */
export const offsetPattern = /^(?:[+-]\d{1,4}|0{1,4})(?:d|bd|w)$/;

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
 * Reads a due offset: `-30d` calendar days, `-5bd` business days, `+2w` weeks, `0d` the anchor date itself.
 * Nothing when a number other than 0 has no sign.
 */
export function parseOffset(text: string): Quantity | undefined {
  if (!offsetPattern.test(text)) return undefined;
  const amount = Number.parseInt(text, 10);
  return { amount: amount === 0 ? 0 : amount, unit: text.replace(/^[+-]?\d+/, "") as Unit };
}

/** The text an offset is written as; the inverse of {@link parseOffset} up to the sign of zero. */
export function formatOffset(offset: Quantity): string {
  return `${offset.amount > 0 ? "+" : ""}${formatQuantity(offset)}`;
}

/** The text a quantity is written as. */
export function formatQuantity(quantity: Quantity): string {
  return `${quantity.amount}${quantity.unit}`;
}
