import type { Client } from "./bot-process.ts";
import { createCases, playCase, type ScheduleOptions, schedulesOfALife } from "./play-schedule.ts";
import { count, nothingYet, type Tally } from "./tally.ts";

/** What lives came to with our client, and with Probot's own for a share of the same lives. */
export interface Tallies {
  readonly ours: Tally;
  readonly stock: Tally;
}

/** Some of the schedules of a run, from this number on. */
export interface Part extends ScheduleOptions {
  readonly schedules: number;
  readonly from: number;
}

/** Schedules are handed out life by life: they share its calm twin, and no core waits long for the other at the end. */
export const partSize = schedulesOfALife;
/** One life in so many is played with Probot's own client as well. */
const stockEvery = 20;

/** Plays one part. */
export async function playPart({ from, schedules, ...options }: Part): Promise<Tallies> {
  const caseOf = createCases(options);
  const tallies: Record<Client, Tally> = { ours: nothingYet, stock: nothingYet };
  for (let number = from; number < Math.min(from + partSize, schedules); number += 1) {
    const whole = await caseOf(number);
    const clients: readonly Client[] = number % stockEvery === 0 ? ["ours", "stock"] : ["ours"];
    for (const client of clients)
      tallies[client] = count(tallies[client], number, await playCase(whole, client));
  }
  return tallies;
}
