import type { DataPath, ParsedProcess } from "../../definition/index.ts";
import { rememberEach } from "../../remember-each.ts";

/** How a process involves a role. */
export type RoleUse =
  | "owner"
  | "participant"
  | "responsible"
  | "approver"
  | "accountable"
  | "consulted"
  | "informed"
  | "supplier"
  | "asked";

/** A place where a process names a role. */
export interface RoleMention {
  readonly role: string;
  readonly use: RoleUse;
  readonly path: DataPath;
  /** Index of the step, absent for the process itself. */
  readonly step?: number;
}

const stepUses = [
  ["role", "responsible"],
  ["approvers", "approver"],
  ["accountable", "accountable"],
  ["consulted", "consulted"],
  ["informed", "informed"],
] as const;

/** Every place in the front matter where a role is named, in the order of the keys; ids that name steps are not. */
export const roleMentions: (process: ParsedProcess) => readonly RoleMention[] = rememberEach(findMentions);

function findMentions({ draft }: ParsedProcess): RoleMention[] {
  const mentions: RoleMention[] = [];
  if (draft.owner !== undefined) mentions.push({ role: draft.owner, use: "owner", path: ["owner"] });
  for (const [index, { role }] of (draft.ask ?? []).entries()) {
    if (role !== undefined) mentions.push({ role, use: "asked", path: ["ask", index, "role"] });
  }
  for (const [index, role] of (draft.participants ?? []).entries()) {
    mentions.push({ role, use: "participant", path: ["participants", index] });
  }
  const stepIds = new Set((draft.steps ?? []).map((step) => step.id));
  for (const [step, entry] of (draft.steps ?? []).entries()) {
    for (const [key, use] of stepUses) {
      const value = entry[key];
      if (typeof value === "string") mentions.push({ role: value, use, path: ["steps", step, key], step });
      else
        for (const [index, role] of (value ?? []).entries())
          mentions.push({ role, use, path: ["steps", step, key, index], step });
    }
    for (const [index, input] of (entry.input ?? []).entries()) {
      if (input.from === undefined || stepIds.has(input.from)) continue;
      mentions.push({
        role: input.from,
        use: "supplier",
        path: ["steps", step, "input", index, "from"],
        step,
      });
    }
  }
  return mentions;
}
