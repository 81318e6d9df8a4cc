export { changesBetween } from "./changes-between.ts";
export { type ChangeNames, describeChanges } from "./describe-changes.ts";
export {
  type HandbookChanges,
  handbookChanges,
  type ProcessEntry,
  type RoleEntry,
} from "./handbook-changes.ts";
export type { ProcessChange, RolePart, WordingPart } from "./process-change.ts";
