/** GitHub shows in its reads and lists what was written within seconds; after this long nothing is put down to a lag. */
export const longestLagMilliseconds = 60_000;
