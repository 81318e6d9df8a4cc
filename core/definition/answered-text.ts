/** A place in a text where the answer to a question goes: `{version}`. */
export interface AnswerPlace {
  /** What stands between the brackets, without white space around it. */
  readonly field: string;
  /** Characters of the text before it. */
  readonly offset: number;
}

const place = /\{([^{}\n]{1,80})\}/g;

/** The places of a text where an answer goes, in the order written. */
export function answerPlaces(text: string): AnswerPlace[] {
  if (!text.includes("{")) return [];
  return [...text.matchAll(place)].map(({ 1: field = "", index }) => ({
    field: field.trim(),
    offset: index,
  }));
}

/** A text with each `{field}` in it replaced by what `answerOf` gives; one for which that gives nothing stays as it is. */
export function answeredText(text: string, answerOf: (field: string) => string | undefined): string {
  if (!text.includes("{")) return text;
  return text.replace(place, (written, field: string) => answerOf(field.trim()) ?? written);
}
