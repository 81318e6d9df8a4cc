const longestOctets = 75;

/** A text value of iCalendar: backslash, comma, semicolon and line breaks escaped (RFC 5545, 3.3.11). */
export function icsText(text: string): string {
  return text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n?|\n|\u2028|\u2029/g, "\\n")
    .replace(/[\p{Cc}]/gu, "");
}

/** A content line folded to at most 75 octets a line, never within a character (RFC 5545, 3.1). */
export function icsLine(line: string): string {
  const folded: string[] = [];
  let current = "";
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
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
