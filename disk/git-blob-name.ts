import { createHash } from "node:crypto";

/** The name git gives a text; `like` is another name of the same repository, which tells how it makes them. */
export function gitBlobName(text: string, like: string): string {
  const bytes = Buffer.from(text);
  const hash = createHash(like.length > 40 ? "sha256" : "sha1");
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
