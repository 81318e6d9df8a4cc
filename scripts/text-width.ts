const wide =
  /\p{Emoji_Presentation}|\ufe0f|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** How many columns of a terminal a text takes: two for a picture or a sign of East Asia, one for any other. */
export function widthOf(text: string): number {
  return charactersOf(text).reduce((sum, character) => sum + columnsOf(character), 0);
}

/** The longest beginning of a text that takes at most so many columns; no character is cut in two. */
export function cutToWidth(text: string, width: number): string {
  let left = width;
  const kept = charactersOf(text).map((character) => {
    left -= columnsOf(character);
    return left >= 0 ? character : "";
  });
  return kept.join("");
}

function charactersOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function columnsOf(character: string): number {
  return wide.test(character) ? 2 : 1;
}
