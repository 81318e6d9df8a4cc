import { type CheckedHandbook, openHandbook } from "../handbook/index.ts";

/** One process file, opened without the rest of its handbook: what needs other files is not asked of it. */
export function openPart(path: string, text: string): CheckedHandbook {
  return openHandbook(new Map([[path, text]]), { facts: { isPartial: true } });
}
