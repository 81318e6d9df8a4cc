export { type DraftFrame, draftOfList, type ProcessDraft } from "./draft-of-list.ts";
export { type ListReading, readList } from "./read-list.ts";
