import { readNoteLine, writeNoteLine } from "../note-line.ts";

/** Who agreed to a commit of a pull request, as the bot's comment on it keeps it. */
export interface AgreedNote {
  readonly headSha: string;
  readonly people: readonly string[];
}

const kind = "agreed";
const pattern = /^([0-9a-f]{40,64}) ([A-Za-z0-9][A-Za-z0-9,-]*)$/;

/** The hidden words that tell who agreed to which commit. They count only in what the bot wrote. */
export function writeAgreed({ headSha, people }: AgreedNote): string {
  return writeNoteLine(kind, `${headSha} ${people.join(",")}`);
}

/** Who agreed, by a comment of the bot; nothing where nobody has. */
export function readAgreed(body: string): AgreedNote | undefined {
  const [, headSha = "", people = ""] = pattern.exec(readNoteLine(kind, body) ?? "") ?? [];
  return headSha === "" ? undefined : { headSha, people: people.split(",") };
}
