/** A number as a step notes it, with the currency where it is money: `1200.50 CHF`. */
export interface NotedAmount {
  readonly amount: number;
  /** Empty for what is no money. */
  readonly currency: string;
}

/** Reads a noted amount; nothing for any other text. */
export function readAmount(value: string): NotedAmount | undefined {
  const [, number, currency = ""] = /^(-?\d+(?:\.\d+)?)(?: ([A-Z]{3}))?$/.exec(value) ?? [];
  return number === undefined ? undefined : { amount: Number(number), currency };
}

/** The sum of amounts, in millionths, so that cents add up to francs; 0 of none. */
export function sumOfAmounts(amounts: readonly Pick<NotedAmount, "amount">[]): number {
  return amounts.reduce((sum, { amount }) => sum + Math.round(amount * 1_000_000), 0) / 1_000_000;
}
