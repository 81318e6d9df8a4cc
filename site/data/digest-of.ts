import { createHash } from "node:crypto";

/** Names plain data: the same data in the same order has the same name. */
export function digestOf(data: unknown): string {
  return createHash("sha256").update(JSON.stringify(data)).digest("base64url");
}
