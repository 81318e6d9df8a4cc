import { UsageError } from "./terminal.ts";

/** The port that an option or a setting names; 0 takes any free one. */
export function readPort(name: string, text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port < 65_536) return port;
  throw new UsageError(`Unexpected ${name} \`${text}\`, expected a number from 0 to 65535.`);
}
