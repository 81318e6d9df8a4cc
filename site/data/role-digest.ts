import { digestOf } from "./digest-of.ts";
import type { RolePage } from "./role-page.ts";

const known = new WeakMap<RolePage, string>();

/** Names what the page of a role says. In a large handbook that is a lot, and several keys are made from it. */
export function roleDigest(page: RolePage): string {
  const digest = known.get(page) ?? digestOf(page);
  known.set(page, digest);
  return digest;
}
