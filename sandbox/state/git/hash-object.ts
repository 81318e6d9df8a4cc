import { createHash } from "node:crypto";

/** The name git itself gives an object, so that SHAs agree with a real repository of the same content. */
export function hashObject(kind: "blob" | "tree" | "commit", content: Buffer): string {
  return createHash("sha1").update(`${kind} ${content.length}\0`).update(content).digest("hex");
}
