/** Widths in parts of the font size, from the metrics of Figtree; rounded up so that a fallback font fits too. */
const narrow = /[ijlI.,:;'’!|()[\]‐]/;
const slim = /[ftr\-/"“”„ ]/;
const wide = /[mwMW@%—…]/;
const capital = /[A-ZÄÖÜÆØÅ&]/;

/**
 * How wide a line of text is at a font size, in the same unit. An estimate from classes of letters that is
 * rather too wide than too narrow; signs outside the Latin script count as a full square.
 */
export function textWidth(text: string, fontSize: number, weight: "regular" | "bold" = "regular"): number {
  let width = 0;
  for (const character of text)
    width += asciiWidths[character.codePointAt(0) ?? 0] ?? characterWidth(character);
  return width * fontSize * (weight === "bold" ? 1.05 : 1);
}

function characterWidth(character: string): number {
  if (character > "⺀") return 1;
  if (narrow.test(character)) return 0.29;
  if (slim.test(character)) return 0.38;
  if (wide.test(character)) return 0.9;
  if (capital.test(character)) return 0.69;
  return 0.57;
}

/** Nearly every character is one of these. */
const asciiWidths = Array.from({ length: 128 }, (_, code) => characterWidth(String.fromCharCode(code)));
