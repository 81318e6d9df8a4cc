import {
  type Change,
  canBeLeftOut,
  isToldRefused,
  keyOfChange,
  type RefusedChange,
  type RunIssues,
  tellRefused,
} from "../core/run/index.ts";
import { WriteRefused, type WriteUnknown } from "./ports/run-repository.ts";

/** The changes that GitHub refuses for good in one look at a run. */
export interface Refusals {
  /** What is left to write, with a word on what is left out. */
  readonly without: (changes: readonly Change[], observed: RunIssues) => Change[];
  /** A write failed; true when something is left out from now on because of it. */
  readonly learn: (error: WriteUnknown | WriteRefused, observed: RunIssues) => boolean;
}

/**
 * A change is left out when it was refused twice with a look between, since somebody else may have done the same a moment
 * before; once is enough for one that people have been told about. Each look tries again.
 */
export function createRefusals(): Refusals {
  const once = new Set<string>();
  const leftOut = new Map<string, RefusedChange>();
  return {
    without: (changes, observed) => [
      ...changes.filter((change) => !leftOut.has(keyOfChange(change))),
      ...tellRefused([...leftOut.values()], observed),
    ],
    learn(error, observed) {
      if (!(error instanceof WriteRefused)) return false;
      const candidates = error.refused.filter(({ change }) => canBeLeftOut(change));
      let isNew = false;
      for (const refused of candidates) {
        const key = keyOfChange(refused.change);
        if (!once.has(key) && !isToldRefused(refused.change, observed)) once.add(key);
        else {
          leftOut.set(key, refused);
          isNew = true;
        }
      }
      return isNew;
    },
  };
}
