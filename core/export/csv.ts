/**
 * Rows as CSV that a spreadsheet opens without asking: a byte order mark so that it reads UTF-8, `\r\n` line ends. A cell that a
 * spreadsheet would run as a formula begins with an apostrophe; `cells` that are numbers are ours and stay numbers.
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** Rule: RFC 4180, and for formulas https://owasp.org/www-community/attacks/CSV_Injection */
function cell(content: string | number): string {
  if (typeof content === "number") return String(content);
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(content) ? `'${content}` : content;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
