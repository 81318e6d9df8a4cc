/** How schedules are played. */
export interface ScheduleOptions {
  readonly seed: number;
  readonly processes: 1 | 2;
  readonly stale: boolean;
}

/** So many schedules in a row strike the same life; its calm twin is then played once. */
export const schedulesOfALife = 8;
