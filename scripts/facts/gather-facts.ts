import { readdir } from "node:fs/promises";
import { civilToday } from "../../core/calendar/index.ts";
import type { ParsedHandbook } from "../../core/definition/index.ts";
import type { HandbookFacts, UnreadEntry } from "../../core/rules/index.ts";
import { readNow } from "../read-now.ts";
import type { Terminal } from "../terminal.ts";
import { findBrokenDiagrams, type SoundDiagrams } from "./broken-diagrams.ts";
import { lookedThroughOn } from "./looked-through-on.ts";
import { readStartForms } from "./start-forms.ts";

/** What is known of a handbook before anything else is looked up. */
interface Gathered {
  readonly parsed: ParsedHandbook;
  readonly unread: readonly UnreadEntry[];
  /** The diagrams that Mermaid could read in an earlier run, where that is kept. */
  readonly sound?: SoundDiagrams | undefined;
  /** A file that `report --format json` wrote, which tells which texts were found still right. */
  readonly runs?: string | undefined;
}

/**
 * What `check` knows of the handbook in a folder besides its texts: the day, when files last changed, the start forms
 * of the repository, and what Mermaid says of the diagrams. Whatever a handbook does not use is not looked up.
 */
export async function gatherFacts(
  folder: string,
  terminal: Terminal,
  { parsed, unread, sound, runs }: Gathered,
): Promise<HandbookFacts> {
  const today = civilToday(readNow(terminal), parsed.config.draft.timeZone ?? "UTC");
  const isReviewed = parsed.processes.some(({ draft }) => draft.reviewEvery !== undefined);
  const [revisedOn, startForms, brokenDiagrams, filesBeside, holidayRegions] = await Promise.all([
    isReviewed ? lookedThroughOn(folder, today, { parsed, runs }) : undefined,
    readStartForms(folder),
    findBrokenDiagrams(parsed, sound),
    filesIn(folder),
    parsed.config.draft.calendar?.country === undefined ? undefined : knownRegions(),
  ]);
  return {
    unread,
    today,
    filesBeside,
    ...(revisedOn && { revisedOn }),
    ...(startForms && { startForms }),
    ...(brokenDiagrams && { brokenDiagrams }),
    ...(holidayRegions && { holidayRegions }),
  };
}

async function filesIn(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { withFileTypes: true });
  return new Set(entries.filter((entry) => entry.isFile()).map(({ name }) => name));
}

/** The data of all holidays of the world is large, so it is loaded only for those who name a country. */
async function knownRegions(): Promise<NonNullable<HandbookFacts["holidayRegions"]>> {
  const { knownHolidayRegions } = await import("../../core/holiday-regions/index.ts");
  return knownHolidayRegions;
}
