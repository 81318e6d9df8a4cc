export { createHandbookOpener } from "./create-handbook-opener.ts";
export { hasErrorsBesideProcesses } from "./has-errors-beside-processes.ts";
export {
  type CheckedHandbook,
  type OpenOptions,
  openHandbook,
  openParsedHandbook,
} from "./open-handbook.ts";
export { usablePaths } from "./usable-paths.ts";
