export { editorFiles } from "./editor-files.ts";
