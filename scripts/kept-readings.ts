import { cacheFolderOf, cacheKey, type KeptParser, openFileCache, openKeptParser } from "../disk/index.ts";
import type { SoundDiagrams } from "./facts/broken-diagrams.ts";
import { packageFacts } from "./package-root.ts";

/** What earlier runs of commands found out by reading the files of a handbook. */
export interface KeptReadings {
  readonly parser: KeptParser;
  readonly soundDiagrams: SoundDiagrams;
  /** Keeps what this run used. Where nothing can be written, nothing is kept. */
  keep(): Promise<void>;
}

/**
 * Opens what is kept between runs for a handbook, in the folder that builds use too. Nothing among the sources, since
 * whatever reads the handbook may have changed since the last run.
 */
export async function openKeptReadings(
  handbookFolder: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<KeptReadings | undefined> {
  const { program } = packageFacts();
  if (program === undefined) return undefined;
  const folder = cacheFolderOf(env["HANDRAIL_CACHE"] || ".cache", handbookFolder);
  const [parser, diagrams] = await Promise.all([
    openKeptParser(`${folder}/parsed`, program),
    openFileCache<true>(`${folder}/diagrams`),
  ]);
  const sound = new Map<string, true>();
  const add = (text: string) => sound.set(cacheKey(program, text), true);
  const has = (text: string) => {
    const isKnown = diagrams.get(cacheKey(program, text)) === true;
    if (isKnown) add(text);
    return isKnown;
  };
  return {
    parser,
    soundDiagrams: { has, add },
    keep: async () => {
      await Promise.all([parser.keep(), diagrams.keep(sound)]).catch(() => {});
    },
  };
}
