/**
 * A text as it may stand inside the quotes of a Mermaid label: everything Mermaid, Markdown or HTML would
 * read as its own is written as a Mermaid entity code, and line breaks become blanks.
 */
export function mermaidText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim()
    .replace(/[#&<>"'`\\;{}[\]()|*_~]/g, (sign) => `#${sign.codePointAt(0)};`);
}

/** A text as a task name of a Mermaid gantt chart, which knows no quotes: signs it reads as its own become blanks, but for the colon of an hour. */
export function ganttText(text: string): string {
  // Between digits a colon is an hour, and keeps its look: `10∶30`.
  const plain = text
    .replace(/(?<=\d):(?=\d)/g, "∶")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s:;#,%<>&"`\\{}]+/gu, " ")
    .trim();
  return plain === "" ? "Step" : plain;
}
