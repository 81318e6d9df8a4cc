export {
  type CheckedHandbook,
  type OpenOptions,
  openHandbook,
  openParsedHandbook,
} from "./open-handbook.ts";
