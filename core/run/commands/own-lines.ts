/** What mail programs write above the mail that an answer repeats, in the languages of Europe that are met most. */
const senders = ["from", "von", "fra", "från", "van", "de", "da"];
const dates = [
  "sent",
  "date",
  "gesendet",
  "datum",
  "sendt",
  "dato",
  "skickat",
  "verzonden",
  "envoyé",
  "enviado",
  "inviato",
];
const subjects = ["subject", "betreff", "emne", "ämne", "onderwerp", "objet", "asunto", "assunto", "oggetto"];
const dividers = [
  "original message",
  "ursprüngliche nachricht",
  "original-nachricht",
  "oprindelig meddelelse",
];
/** Such a heading names who wrote, when, to whom, who else got it, and about what; each may take two lines. */
const longestHeading = 10;
/** What GitHub writes below each of its mails. */
const footer = /^(?:reply to this email directly|you are receiving this because)\b/i;

/**
 * The lines of a comment that its writer wrote, without those of a mail that it answers. Most mail programs mark these with `>`; some,
 * Outlook among them, repeat the mail as it stands below a heading, and GitHub takes that into the comment. Where the heading is in no
 * language that is known, GitHub's footer tells of it: then only the commands that the comment begins with are surely its writer's own.
 */
export function ownLines(lines: readonly string[]): readonly string[] {
  const heading = lines.findIndex((line, index) => isDivider(line) || isHeading(lines, index));
  if (heading >= 0) return lines.slice(0, heading);
  if (!lines.some((line) => footer.test(line))) return lines;
  const first = lines.findIndex((line) => line.trim() !== "" && !line.startsWith("/"));
  return lines.slice(0, first);
}

function isDivider(line: string): boolean {
  const words = /^-{2,10} {0,2}([^-][^\n]{2,40}?) {0,2}-{2,10}$/.exec(line.trim())?.[1]?.toLowerCase();
  return words !== undefined && dividers.includes(words);
}

function isHeading(lines: readonly string[], index: number): boolean {
  if (!senders.includes(labelOf(lines[index]))) return false;
  const labels = lines.slice(index + 1, index + longestHeading).map(labelOf);
  return [dates, subjects].every((known) => labels.some((label) => known.includes(label)));
}

/** The word before a colon at the beginning of a line, in lower case, bold or not; empty where there is none. */
function labelOf(line = ""): string {
  return (/^[\s*_]{0,8}(\p{L}{2,12})[*_]{0,3}[ \u00a0]?:/u.exec(line)?.[1] ?? "").toLowerCase();
}
