import { code } from "../message.ts";
import type { Finding } from "./finding.ts";

/** A key that holds a text, that text without quotes, and a `#` with a word right behind it. */
const cutText =
  /^( *(?:- )?)(title|summary|outcome|trigger|anchor|label|help|what|default|department): {1,99}([^\s"'|>[{#][^\n]{0,999}?)[ \t]{1,99}(#[\p{L}\p{N}][^\n]*)$/gmu;

/** Texts of a YAML text that end before a `#` which was hardly meant as the begin of a remark, since a word follows it at once. */
export function cutByHashFindings(yaml: string, firstLine: number): Finding[] {
  if (!yaml.includes(" #")) return [];
  return [...yaml.matchAll(cutText)].map(({ index, 0: whole, 2: key = "", 3: text = "", 4: rest = "" }) => ({
    problemId: "cut-by-hash",
    line: firstLine + yaml.slice(0, index).split("\n").length - 1,
    column: whole.length - rest.length + 1,
    message: `The text of ${code(key)} ends before ${code(rest)}, since a \`#\` begins a remark, expected quotes around it; write ${code(`${key}: "${text.replaceAll('"', "'")} ${rest.replaceAll('"', "'")}"`, 120)}.`,
  }));
}
