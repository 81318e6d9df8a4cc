/**
 * How likely at least `hits` of `n` happen when each happens with a chance, independently: what an exact binomial test rests on
 * (C. J. Clopper, E. S. Pearson, 1934). 1 for no hits, 0 where there are more hits than tries.
 */
export function binomialTail(hits: number, n: number, chance: number): number {
  if (hits <= 0) return 1;
  if (hits > n) return 0;
  let sum = 0;
  let term = (1 - chance) ** n;
  for (let k = 0; k <= n; k += 1) {
    if (k >= hits) sum += term;
    term *= ((n - k) / (k + 1)) * (chance / (1 - chance));
  }
  return Math.min(1, sum);
}
