/** A title as it is compared with another: in small letters, with single blanks. */
export function plainTitle(title: string): string {
  return title.toLowerCase().replace(/\s+/g, " ").trim();
}
