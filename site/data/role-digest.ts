import { rememberEach } from "../../core/remember-each.ts";
import { digestOf } from "./digest-of.ts";
import type { RolePage } from "./role-page.ts";

/** Names what the page of a role says. In a large handbook that is a lot, and several keys are made from it. */
export const roleDigest: (page: RolePage) => string = rememberEach(digestOf);
