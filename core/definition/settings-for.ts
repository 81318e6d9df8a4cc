import type { HandbookConfig } from "./handbook.ts";
import type { ProcessDefinition } from "./process-definition.ts";

/** The settings that hold for a process: the handbook's, with those that the process has of its own in their place. */
export function settingsFor(
  { confirm, calendar }: Pick<ProcessDefinition, "confirm" | "calendar">,
  config: HandbookConfig,
): HandbookConfig {
  const { country: _country, region: _region, ...others } = config;
  const own = calendar === undefined ? config : { ...others, ...calendar };
  return { ...own, confirm: confirm ?? config.confirm };
}
