import { listOf } from "../../definition/index.ts";
import type { RuleContext } from "../rule.ts";
import { roleMentions } from "./role-mentions.ts";

/** How the handbook uses a role of roles.yml. */
export interface UsedRole {
  readonly id: string;
  /** Everyone who may fill it, in the order they are asked: people, then deputies; in lower case. */
  readonly inLine: readonly string[];
  readonly people: readonly string[];
  readonly deputies: readonly string[];
  /** Whether some process names it at all. */
  readonly isNamed: boolean;
  /** Whether its people get work: it does, approves or answers for something. */
  readonly hasWork: boolean;
  /** Whether it is somebody outside the team who only does work: who approves or answers for something has to be in the team. */
  readonly isOutside: boolean;
}

const working = new Set(["owner", "responsible", "approver", "accountable"]);

/** Every role of roles.yml with its use in all processes, in the order written. */
export function usedRoles({ roles, parsed }: RuleContext): UsedRole[] {
  const mentions = parsed.processes.flatMap(roleMentions);
  const named = new Set(mentions.map(({ role }) => role));
  const worked = new Set(mentions.filter(({ use }) => working.has(use)).map(({ role }) => role));
  const judging = new Set(
    mentions.filter(({ use }) => use !== "responsible" && working.has(use)).map(({ role }) => role),
  );
  return [...roles].map(([id, role]) => {
    const people = listOf(role.people).map((login) => login.toLowerCase());
    const deputies = listOf(role.deputies).map((login) => login.toLowerCase());
    const inLine = [...new Set([...people, ...deputies])];
    return {
      id,
      inLine,
      people,
      deputies,
      isNamed: named.has(id),
      hasWork: worked.has(id),
      isOutside: role.outside === true && !judging.has(id),
    };
  });
}
