import { Refusal } from "./refusal.ts";
import type { Act } from "./types.ts";

/**
 * Refuses what the App was not given when it was registered. A person's rights come from the repository alone, and
 * the job's token is taken to have been given what the job needs.
 */
export function requireAppPermission(act: Act, permission: string, access: "read" | "write"): void {
  if (act.actor.kind !== "app") return;
  const given = act.state.app.permissions[permission];
  if (given !== "write" && given !== access)
    throw new Refusal("forbidden", "Resource not accessible by integration");
}
