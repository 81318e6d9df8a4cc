export { type EditorFiles, editorFilePaths, editorFiles } from "./editor-files.ts";
