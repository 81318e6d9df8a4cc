import { idPattern, type ProcessId } from "../definition/index.ts";

/** Whether a file that is not read was meant as a text, a process or a page of one's own, and not as settings that all take from. */
export function isMeantAsText(path: string): boolean {
  return /\.(?:mdx?|markdown)(?:\.txt)?$/i.test(path);
}

/** The process that a file which is not read would be under its right name: `notes` of `content/notes.mdx.txt`; nothing for any other file. */
export function processMeant(path: string): ProcessId | undefined {
  const [, area = "", id = ""] = /^([^/]+)\/([^/]+?)\.(?:mdx?|markdown)(?:\.txt)?$/i.exec(path) ?? [];
  return area !== "pages" && idPattern.test(id) ? id : undefined;
}
