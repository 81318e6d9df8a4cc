import {
  type HandbookFiles,
  type ParsedProcess,
  type ProcessSource,
  parseHandbook,
  parseProcess,
} from "../definition/index.ts";
import { type CheckedHandbook, type OpenOptions, openParsedHandbook } from "./open-handbook.ts";

/**
 * Opens several states of one handbook, such as before and after a change: a process whose file reads the same in two of them is read once,
 * and both hold the same value of it.
 */
export function createHandbookOpener(): (files: HandbookFiles, options?: OpenOptions) => CheckedHandbook {
  const known = new Map<string, ParsedProcess>();
  const parse = (source: ProcessSource): ParsedProcess => {
    const key = `${source.path}\n${source.text}`;
    const parsed = known.get(key) ?? parseProcess(source);
    known.set(key, parsed);
    return parsed;
  };
  return (files, options) => openParsedHandbook(parseHandbook(files, parse), options);
}
