import {
  type KeptProcess,
  keptProcess,
  keptProcessSchema,
  type ParsedProcess,
  type ProcessSource,
  parseProcess,
  restoredProcess,
} from "../core/definition/index.ts";
import { cacheKey, openFileCache } from "./file-cache.ts";

/** A parser of processes that does not parse again what it knows, from before or from an earlier run. */
export interface KeptParser {
  readonly parse: (source: ProcessSource) => ParsedProcess;
  /** Keeps what was parsed since the last time, and forgets all else. */
  keep(): Promise<void>;
}

interface Known {
  readonly text: string;
  readonly key: string;
  readonly parsed: ParsedProcess;
  readonly kept: KeptProcess;
}

/**
 * Opens a parser that keeps what it reads in a folder. `programId` names the program that reads: what another one kept,
 * or what is no longer as it was written, is as if it were not there.
 */
export async function openKeptParser(folder: string, programId: string): Promise<KeptParser> {
  const cache = await openFileCache<unknown>(folder);
  let before = new Map<string, Known>();
  let current = new Map<string, Known>();
  const read = (source: ProcessSource): Known => {
    const { path, text } = source;
    const known = before.get(path);
    if (known?.text === text) return known;
    const key = cacheKey(programId, path, text);
    const found = keptProcessSchema.safeParse(cache.get(key));
    if (found.success) return { text, key, kept: found.data, parsed: restoredProcess(source, found.data) };
    const parsed = parseProcess(source);
    return { text, key, parsed, kept: keptProcess(parsed) };
  };
  return {
    parse: (source) => {
      const known = read(source);
      current.set(source.path, known);
      return known.parsed;
    },
    keep: async () => {
      before = current;
      current = new Map();
      await cache.keep(new Map([...before.values()].map(({ key, kept }) => [key, kept])));
    },
  };
}
