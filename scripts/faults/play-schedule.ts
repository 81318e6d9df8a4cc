import type { Decide } from "../../core/run/index.ts";
import type { Client } from "./bot-process.ts";
import type { FaultAt } from "./fault.ts";
import type { Life } from "./life.ts";
import { type LifeOptions, type Played, play, playCalm } from "./play.ts";
import { randomFrom } from "./random.ts";
import { randomLife } from "./random-life.ts";
import { rememberDecisions } from "./remember-decisions.ts";
import { randomSchedule, type Schedule, scheduleOf } from "./schedule.ts";
import { type ScheduleOptions, schedulesOfALife } from "./schedule-options.ts";

/** Every so many schedules, one is played with a job for each event. */
const jobsEvery = 4;
/** Every so many schedules, one goes over real sockets. */
const overHttpEvery = 40;

/**
 * Every so many schedules, one is swept after each happening that a fault struck in; the others go on where nothing shows of it. No multiple of how often
 * there are jobs, so that these come both ways.
 */
const sweptEvery = 5;

/** A life with faults by chance, made from two numbers. */
export interface Case {
  readonly number: number;
  readonly life: Life;
  readonly calm: Played;
  readonly schedule: Schedule;
  readonly options: Omit<LifeOptions, "client">;
}

/** Makes the cases of a seed one after the other, and remembers for those that share a life how it goes calmly, and what was decided in it. */
export function createCases(options: ScheduleOptions): (number: number) => Promise<Case> {
  let known:
    | { readonly group: number; readonly life: Life; readonly calm: Played; readonly decide: Decide }
    | undefined;
  return async (number) => {
    const group = Math.floor(number / schedulesOfALife);
    if (known?.group !== group) {
      const life = randomLife(randomFrom(options.seed, 6, group));
      const decide = rememberDecisions();
      known = { group, life, calm: await playCalm(life, decide), decide };
    }
    const schedule = randomSchedule(randomFrom(options.seed, 7, number).below(2 ** 31), options);
    const overHttp = number % overHttpEvery === overHttpEvery - 1;
    return {
      number,
      life: known.life,
      calm: known.calm,
      schedule,
      options: {
        processes: options.processes,
        stale: options.stale,
        jobs: number % jobsEvery === jobsEvery - 2,
        overHttp,
        goesOn: number % sweptEvery !== 0,
        decide: known.decide,
      },
    };
  };
}

/** Plays a case; a calm life that fails by itself is told as such and not played under faults. */
export function playCase({ life, calm, schedule, options }: Case, client: Client): Promise<Played> {
  return calm.violations.length > 0
    ? Promise.resolve(calm)
    : play(life, schedule, calm, { ...options, client });
}

/** Plays a case with only these of its faults. */
export function playWith(faults: readonly FaultAt[], whole: Case): Promise<Played> {
  return playCase({ ...whole, schedule: scheduleOf(faults, whole.schedule) }, "ours");
}
