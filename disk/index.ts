export { readHandbookFolder } from "./read-handbook-folder.ts";
