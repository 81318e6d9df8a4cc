/**
 * How often a property is tried: less often where all tests run once for each of hundreds of mutants (`MOST_TRIES`), and
 * more often where somebody wants to be sure: `TIMES_TRIES=10` tries each ten times as often.
 */
export function tries(wanted: number): number {
  const times = Number(process.env["TIMES_TRIES"] ?? 1);
  return Math.min(wanted * times, Number(process.env["MOST_TRIES"] ?? wanted * times));
}
