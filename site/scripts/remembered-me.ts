const placeOf = (home: string) => `handrail:me:${home}`;

/** The address of the page of whoever looks, as this browser remembers it for the handbook at a path; nothing where it remembers nobody. */
export function rememberedMe(home: string): string | undefined {
  try {
    return localStorage.getItem(placeOf(home)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Remembers who looks, and with an empty address forgets it. A browser may be told to keep nothing; then it is chosen anew at the next visit. */
export function rememberMe(home: string, address: string): void {
  try {
    if (address === "") localStorage.removeItem(placeOf(home));
    else localStorage.setItem(placeOf(home), address);
  } catch {
    // Nothing is kept.
  }
}
