import type { Client } from "./bot-process.ts";
import { createCases, playCase } from "./play-schedule.ts";
import { type ScheduleOptions, schedulesOfALife } from "./schedule-options.ts";
import { count, nothingYet, type Tally } from "./tally.ts";

/** What lives came to with our client, and with Probot's own for a share of the same lives. */
export interface Tallies {
  readonly ours: Tally;
  readonly stock: Tally;
}

/** The schedules of one life of a run, from this number on. */
export interface Part extends ScheduleOptions {
  readonly schedules: number;
  readonly from: number;
}

/** One life in so many is played with Probot's own client as well. */
const stockEvery = 50;

/** Plays one part. */
export async function playPart({ from, schedules, ...options }: Part): Promise<Tallies> {
  const caseOf = createCases(options);
  const tallies: Record<Client, Tally> = { ours: nothingYet, stock: nothingYet };
  for (let number = from; number < Math.min(from + schedulesOfALife, schedules); number += 1) {
    const whole = await caseOf(number);
    const clients: readonly Client[] = number % stockEvery === 0 ? ["ours", "stock"] : ["ours"];
    for (const client of clients)
      tallies[client] = count(tallies[client], number, await playCase(whole, client));
  }
  return tallies;
}
