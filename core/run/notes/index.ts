export { decodePayload, hasMarker, readMarker, readPayload, writeMarker, writePayload } from "./marker.ts";
export { type OpenedNotes, openNotes } from "./open-notes.ts";
export { replaceMarkers } from "./scan-markers.ts";
export type { NotesDoubt, NotesDoubts, NotesPlace, Seal } from "./seal.ts";
export { sealNotes } from "./seal-notes.ts";
