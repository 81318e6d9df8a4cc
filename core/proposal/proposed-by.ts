import { readNoteLine, writeNoteLine } from "../note-line.ts";

const kind = "proposed-by";
const login = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/;

/** The hidden words in a pull request of the bot that tell whose wish it carries out. They count only in what the bot wrote. */
export function writeProposedBy(who: string): string {
  return writeNoteLine(kind, who);
}

/** Whose wish a pull request of the bot carries out; nothing where it tells nobody. */
export function readProposedBy(body: string): string | undefined {
  const words = readNoteLine(kind, body) ?? "";
  return login.test(words) ? words : undefined;
}
