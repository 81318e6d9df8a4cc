import type { EventDetail } from "./events.ts";
import type { Act } from "./types.ts";

/** Tells every listener that something happened, at once and in order. */
export function emit(act: Act, detail: EventDetail): void {
  for (const listener of act.state.listeners) listener({ ...detail, actor: act.actor, at: act.now });
}
