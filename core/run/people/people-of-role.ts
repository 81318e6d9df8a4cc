import type { RoleId } from "../../definition/index.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { RunHandbook } from "../run-handbook.ts";

/** Where the people of a role are looked up. */
export interface RoleFacts {
  readonly ledger: Pick<Ledger, "peopleByRole">;
  readonly handbook: RunHandbook;
}

/** The people of a role in this run, first in line first; empty for a role that nobody has. */
export interface RolePeople {
  /** Whoever was named for it in the start form, then the role's own people. */
  readonly people: readonly string[];
  /** Those who stand in while all of them are away. */
  readonly deputies: readonly string[];
  /** All of them. */
  readonly everyone: readonly string[];
}

/** Who holds a role in this run, whether they are there or away. */
export function peopleOfRole(role: RoleId, { ledger, handbook }: RoleFacts): RolePeople {
  const held = handbook.handbook.roles.get(role);
  const people = [...(ledger.peopleByRole.get(role) ?? []), ...(held?.people ?? [])];
  const deputies = held?.deputies ?? [];
  return { people, deputies, everyone: [...people, ...deputies] };
}
