/** The text that a signature is made for; no two notes in two places have the same. */
export function signedText(place: string, kind: string, payload: string): string {
  return `handrail notes\n${place}\n${kind}\n${payload}`;
}
