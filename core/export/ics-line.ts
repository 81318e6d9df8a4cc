const longestOctets = 75;
const isAscii = /^[\x20-\x7e]*$/;

/** A text value of iCalendar: backslash, comma, semicolon and line breaks escaped (RFC 5545, 3.3.11). */
export function icsText(text: string): string {
  return text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n?|\n|\u2028|\u2029/g, "\\n")
    .replace(/[\p{Cc}]/gu, "");
}

/** A content line folded to at most 75 octets a line, never within a character (RFC 5545, 3.1). */
export function icsLine(line: string): string {
  // A sign of ASCII takes one octet and no other more than three for each of its UTF-16 units: most lines need no counting.
  if (line.length * 3 <= longestOctets || (line.length <= longestOctets && isAscii.test(line))) return line;
  const folded: string[] = [];
  let current = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > longestOctets) {
      folded.push(current);
      current = " ";
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...folded, current].join("\r\n");
}

/** Octets of a character in UTF-8; half of a surrogate pair counts as the sign that replaces it. */
function octetsOf(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
}
