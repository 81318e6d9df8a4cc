import type { World } from "../world.ts";

/** Moves the clock, lets the scheduler work, and waits until every webhook is delivered. */
export async function moveClock(world: World, iso: string): Promise<void> {
  world.clock.set(iso);
  await world.onClockMoved(world.clock.now());
  await world.deliveries.idle();
}
