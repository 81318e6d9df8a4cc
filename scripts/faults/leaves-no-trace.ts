import { recentDays } from "../../bot/sweep.ts";
import { issueCalled } from "./act.ts";
import type { Happening } from "./life.ts";
import type { FaultWorld } from "./world.ts";

/**
 * Whether a happening is going to leave nothing behind that a sweep looks at: an issue is deleted below a run that ended longer ago than
 * sweeps look back. Only its webhook tells of that, so whoever loses it cannot make up for it, and no fault strikes there.
 */
export function leavesNoTrace(happening: Happening, world: FaultWorld): boolean {
  if (happening.kind !== "delete") return false;
  const parent = issueCalled(happening.on, world)?.parentNumber;
  const { closedAt } = (parent && world.sandbox.state.issues.get(parent)) || { closedAt: null };
  return closedAt !== null && Date.parse(world.now()) - Date.parse(closedAt) > recentDays * 86_400_000;
}
