export { gitRevision } from "./git-revision.ts";
export { readHandbookFolder } from "./read-handbook-folder.ts";
