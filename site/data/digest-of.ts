import { hash } from "node:crypto";

/** Names plain data: the same data in the same order has the same name. */
export function digestOf(data: unknown): string {
  return hash("sha256", JSON.stringify(data), "base64url");
}
