/** A title on one line, without characters that cannot be seen. */
export function plainTitle(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
}
