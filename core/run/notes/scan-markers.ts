const opening = "<!-- handrail:";
const closing = " -->";
/** A note has four; what has more is none, however much more. */
const mostWords = 6;

/** A marker with a payload as it stands in a text, and where. */
export interface FoundMarker {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly payload: string;
  /** What follows the payload: where the marker belongs and its signature; empty before it is sealed. */
  readonly rest: readonly string[];
}

/**
 * The markers with a payload in a text, in order. Signs without one, such as those around the facts of a step, are none.
 * Reads each character a fixed number of times.
 */
export function scanMarkers(text: string): FoundMarker[] {
  const found: FoundMarker[] = [];
  let from = text.indexOf(opening);
  while (from >= 0) {
    const close = text.indexOf(closing, from);
    if (close < 0) break;
    // What was opened before and never closed is no marker.
    const start = text.lastIndexOf(opening, close);
    const end = close + closing.length;
    const [kind = "", payload, ...rest] = text.slice(start + opening.length, close).split(" ", mostWords);
    if (payload !== undefined) found.push({ start, end, kind, payload, rest });
    from = text.indexOf(opening, end);
  }
  return found;
}

/** The text with something else in place of each of its markers. */
export function replaceMarkers(text: string, replace: (marker: FoundMarker) => string): string {
  const parts: string[] = [];
  let from = 0;
  for (const marker of scanMarkers(text)) {
    parts.push(text.slice(from, marker.start), replace(marker));
    from = marker.end;
  }
  return parts.join("") + text.slice(from);
}
