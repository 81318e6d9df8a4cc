/** Minutes, hours, calendar days, business days, weeks, months, years: the units the handbook's texts may use. */
export type Unit = "m" | "h" | "d" | "bd" | "w" | "mo" | "y";

/** A number with a unit, such as `3bd`; negative only where an offset is meant. */
export interface Quantity {
  readonly amount: number;
  readonly unit: Unit;
}

/** Reads `3bd`, `48h` or `6mo`: a whole number from 0 to 9999 and one of the allowed units; else nothing. */
export function parseQuantity(text: string, units: readonly Unit[]): Quantity | undefined {
  const match = /^(\d{1,4})(m|h|d|bd|w|mo|y)$/.exec(text);
  const unit = match?.[2] as Unit | undefined;
  return match && unit && units.includes(unit) ? { amount: Number(match[1]), unit } : undefined;
}

/**
 * Reads a due offset: `-30d` calendar days, `-5bd` business days, `+2w` weeks, `0d` the anchor date itself.
 * A sign is required unless the number is 0, so that before and after are never guessed.
 */
export function parseOffset(text: string): Quantity | undefined {
  const match = /^([+-]?)(\d{1,4})(d|bd|w)$/.exec(text);
  if (!match) return undefined;
  const size = Number(match[2]);
  if (size !== 0 && match[1] === "") return undefined;
  return { amount: match[1] === "-" && size !== 0 ? -size : size, unit: match[3] as Unit };
}

/** The text an offset is written as; the inverse of {@link parseOffset} up to the sign of zero. */
export function formatOffset(offset: Quantity): string {
  return `${offset.amount > 0 ? "+" : ""}${offset.amount}${offset.unit}`;
}

/** The text a quantity is written as. */
export function formatQuantity(quantity: Quantity): string {
  return `${quantity.amount}${quantity.unit}`;
}
