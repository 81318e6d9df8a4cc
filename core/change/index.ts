export {
  type ChangeWeight,
  type WeightRule,
  weightOfChange,
  weightOfChanges,
  weightRules,
} from "./change-weight.ts";
export { changesBetween } from "./changes-between.ts";
export { type ChangeNames, describeChanges } from "./describe-changes.ts";
export {
  type HandbookChanges,
  handbookChanges,
  type ProcessEntry,
  type RoleEntry,
} from "./handbook-changes.ts";
export { type HandbookMeaning, handbookMeaning } from "./handbook-meaning.ts";
export { meaningAsMarkdown, roomForMeaning } from "./meaning-as-markdown.ts";
export { type ComparedHandbooks, namesFor } from "./names-for.ts";
export type { RoleLoad } from "./people-changes.ts";
export type { ProcessChange, RolePart, WordingPart } from "./process-change.ts";
export type { ProcessMeaning } from "./process-meaning.ts";
export { type Stake, stakesIn } from "./stakes-in.ts";
