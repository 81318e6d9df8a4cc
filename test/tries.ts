/** How often a property is tried: less often where all tests run once for each of hundreds of mutants. */
export function tries(wanted: number): number {
  return Math.min(wanted, Number(process.env["MOST_TRIES"] ?? wanted));
}
