export { gitChanges } from "./git-changes.ts";
export { gitHead } from "./git-head.ts";
export { type Commit, gitHistory } from "./git-history.ts";
export { gitRevision } from "./git-revision.ts";
export { readBlobs } from "./read-blobs.ts";
export { type HandbookFolder, readHandbookEntries, readHandbookFolder } from "./read-handbook-folder.ts";
export { readHandbookRevision } from "./read-handbook-revision.ts";
