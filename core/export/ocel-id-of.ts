import type { RunRecord } from "../metrics/index.ts";

/** Ids of objects, which a later log of the same runs has too. */
export const ocelIdOf = {
  process: (id: string) => `process:${id}`,
  person: (login: string) => `person:${login}`,
  run: ({ issue }: RunRecord) => `run:${issue.number}`,
  step: (run: RunRecord, step: string) => `step:${run.issue.number}/${step}`,
};
