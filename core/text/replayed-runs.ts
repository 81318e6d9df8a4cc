/** How many past runs would have met their date under another text, and how many did; without a full stop, for a sentence that goes on. */
export function replayedRuns(would: number, did: number, n: number): string {
  if (n > 1)
    return `${would} of the last ${n} runs would have met their date${would === did ? ", as many as did" : ` instead of ${did}`}`;
  const one = "the one run that is over would";
  if (would === did)
    return would === 1 ? `${one} have met its date, as it did` : `${one} not have met its date either`;
  return would === 1
    ? `${one} have met its date, which it did not`
    : `${one} not have met its date, which it did`;
}
