import type { RoleId } from "../../definition/index.ts";
import type { StatusFacts } from "../status-comment.ts";
import { type Answerable, answerableInOrder } from "./answerable-in-order.ts";

/** Whoever of a role is turned to today: see {@link answerableInOrder}. Nothing for a role without people. */
export function answerableFor(role: RoleId, facts: StatusFacts): Answerable | undefined {
  return answerableInOrder(role, facts)[0];
}
