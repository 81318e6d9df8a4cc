import {
  listOf,
  type ParsedProcess,
  type Position,
  readSiblingStep,
  type SiblingStep,
} from "../../definition/index.ts";

/** A step of a process that waits for one of a process beside it. */
export interface SiblingWait {
  /** Its place among the steps. */
  readonly index: number;
  /** What it waits for, as written. */
  readonly written: string;
  readonly sibling: SiblingStep;
  /** Where that is written. */
  readonly position: Position;
}

/** What the steps of a process wait for in processes beside it, in the order written. */
export function siblingWaits({ draft, frontMatter }: ParsedProcess): SiblingWait[] {
  return (draft.steps ?? []).flatMap(({ after }, index) =>
    listOf(after).flatMap((written, place) => {
      const sibling = readSiblingStep(written);
      const path = ["steps", index, "after", ...(Array.isArray(after) ? [place] : [])];
      return sibling ? [{ index, written, sibling, position: frontMatter.positionOf(path) }] : [];
    }),
  );
}
