import {
  answersTo,
  type Condition,
  type DataPath,
  type ParsedProcess,
  readCondition,
} from "../../definition/index.ts";

/** One entry of a step's `when`, and where it stands. */
export interface WrittenWhen {
  /** Index of the step. */
  readonly step: number;
  readonly condition: Condition;
  readonly path: DataPath;
}

/** Every entry of every `when` of a process, in the order written. */
export function conditionsOf({ draft }: ParsedProcess): WrittenWhen[] {
  return (draft.steps ?? []).flatMap(({ when }, step) =>
    Object.entries(when ?? {}).flatMap(([subject, written]) =>
      written === undefined
        ? []
        : [
            {
              step,
              condition: readCondition(subject, written, answersTo(subject, draft)),
              path: ["steps", step, "when", subject],
            },
          ],
    ),
  );
}
