import { z } from "zod";
import { readMarker, writeMarker } from "../run/index.ts";

const schema = z.object({
  headSha: z.string().regex(/^[0-9a-f]{40,64}$/),
  people: z
    .array(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/))
    .min(1)
    .readonly(),
});

/** Who agreed to a commit of a pull request, as the bot's comment on it keeps it. */
export type AgreedNote = Readonly<z.output<typeof schema>>;

const kind = "agreed";

/** The hidden words that tell who agreed to which commit. They count once they are sealed, in what the bot wrote last. */
export function writeAgreed(note: AgreedNote): string {
  return writeMarker(kind, note);
}

/** Who agreed, by a comment of the bot whose notes are opened; nothing where nobody has. */
export function readAgreed(written: string): AgreedNote | undefined {
  return schema.safeParse(readMarker(kind, written)).data;
}
