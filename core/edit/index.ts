export { type EditResult, editProcess } from "./edit-process.ts";
export {
  type EditableProcessField,
  type EditableStepField,
  editableProcessFields,
  editableStepFields,
  type FieldValue,
  type NewStep,
  type Wish,
} from "./wish.ts";
export { type KeptWish, keptWishSchema } from "./wish-schema.ts";
