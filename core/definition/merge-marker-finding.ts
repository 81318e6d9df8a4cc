import type { Finding } from "./finding.ts";

/**
 * Where a text holds the marks of a merge that nobody finished; nothing for any other text. What else such a text gets
 * wrong follows from them.
 */
export function mergeMarkerFinding(text: string): Finding | undefined {
  if (!text.includes("<<<<<<<") && !text.includes(">>>>>>>")) return undefined;
  const lines = text.split("\n");
  const at = lines.findIndex((line) => /^(?:<{7}|>{7})(?: |$)/.test(line));
  if (at < 0) return undefined;
  const isBegin = lines[at]?.startsWith("<") ?? false;
  const end = lines.findIndex((line, index) => index > at && /^>{7}(?: |$)/.test(line));
  const place = isBegin && end > 0 ? ` up to line ${end + 1}` : "";
  return {
    problemId: "merge-marker",
    line: at + 1,
    column: 1,
    message: `Two versions of this text stand one below the other${place}, as Git leaves them when two people changed the same lines, expected one; keep what is right, and delete the lines that begin with \`<<<<<<<\`, \`=======\` and \`>>>>>>>\`.`,
  };
}
