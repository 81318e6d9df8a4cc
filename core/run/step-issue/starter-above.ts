import { z } from "zod";
import { readMarker, writeMarker } from "../notes/index.ts";
import type { Account } from "../people/account.ts";

const kind = "starter";
const starter = z.object({
  login: z.string().max(100),
  id: z.nullable(z.int().positive()),
}) satisfies z.ZodType<Account>;

/** Hidden in the issue of a run that is a step of another one, where whoever started that may approve nothing in it; only the bot's own text counts. */
export function writeStarterAbove({ login, id }: Account): string {
  return writeMarker(kind, { login, id });
}

/** Who started the run above, at any height; nothing where they may approve, and for a marker of another shape. */
export function readStarterAbove(body: string): Account | undefined {
  return starter.safeParse(readMarker(kind, body)).data;
}
