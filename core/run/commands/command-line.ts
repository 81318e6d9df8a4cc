import type { StepCommandContext } from "./command.ts";

/** A command about a step as it is written where the person wrote: on the run's issue the step's number comes first. */
export function commandLine(line: string, { here, task }: StepCommandContext): string {
  if (here !== undefined) return line;
  const step = task.issue === undefined ? task.step : `#${task.issue.number}`;
  return line.replace(/^\/\S+/, (command) => `${command} ${step}`);
}
