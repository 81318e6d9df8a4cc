import type { World } from "../world.ts";

/** Moves the clock, lets the scheduler work, and waits until every webhook is delivered. */
export async function moveClock(world: World, iso: string): Promise<void> {
  const before = Date.parse(world.clock.now());
  world.clock.set(iso);
  world.credentials.shiftExpiry(Date.parse(world.clock.now()) - before);
  await world.onClockMoved(world.clock.now());
  await world.deliveries.idle();
}
