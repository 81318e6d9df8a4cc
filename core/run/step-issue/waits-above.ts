import { readMarker, writeMarker } from "../notes/index.ts";

const kind = "waits";

/** Hidden in the issue of a run that is a step of another one, as long as the run above says that it is not its turn yet. */
export function writeWaitsAbove(): string {
  return writeMarker(kind, true);
}

/** Whether the run above says so; false for what was written before it did. */
export function readWaitsAbove(body: string): boolean {
  return readMarker(kind, body) === true;
}
