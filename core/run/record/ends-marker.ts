import { z } from "zod";
import type { RunRecord } from "../../metrics/index.ts";
import { readMarker, writeMarker } from "../notes/index.ts";

const kind = "ends";
const schema = z.array(z.tuple([z.string(), z.string()]));

/** When each step of a run ended, hidden in its retrospective, so that a later end can be told from the first. */
export function writeEnds({ tasks }: RunRecord): string {
  const ends = tasks.flatMap(({ step, endedAt }) => (endedAt === undefined ? [] : [[step, endedAt]]));
  return writeMarker(kind, ends);
}

/** When each step had ended by then; empty where that cannot be read. */
export function readEnds(body: string): ReadonlyMap<string, string> {
  return new Map(schema.safeParse(readMarker(kind, body)).data ?? []);
}
