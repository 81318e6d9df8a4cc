import { code } from "../message.ts";
import type { Finding } from "./finding.ts";
import { sizeRefusal } from "./normalize-text.ts";

/** A file cut in two: the front matter's YAML text and the MDX body, each with the line it begins on. */
export interface CutFile {
  readonly yaml: string;
  readonly yamlFirstLine: number;
  readonly body: string;
  readonly bodyFirstLine: number;
  readonly findings: readonly Finding[];
}

/**
 * Cuts a process file into front matter and body. Front matter must be YAML between `---` lines at the very top;
 * any language word after the first `---` is refused, and nothing in it is run. The text has `\n` line ends.
 * Never throws.
 */
export function cutFrontMatter(text: string): CutFile {
  const tooLarge = sizeRefusal(text);
  if (tooLarge !== undefined) return refused("file-too-large", tooLarge);
  const opening = text.split("\n", 1)[0] ?? "";
  if (!/^---(?!-)/.test(opening)) {
    return refused(
      "no-front-matter",
      "The file does not begin with front matter, expected `---`, the keys of the process, and `---` again; add them at the very top.",
    );
  }
  const language = opening.slice(3).trim();
  if (language !== "" && language.toLowerCase() !== "yaml") {
    return refused(
      "front-matter-language",
      `Unexpected front matter language ${code(language)}, expected plain YAML; remove the word after the first \`---\`. Nothing in it was run.`,
    );
  }
  const closing = text.indexOf("\n---", opening.length);
  const closingLine = closing < 0 ? undefined : text.slice(closing + 1).split("\n", 1)[0];
  if (closingLine?.trim() !== "---") {
    return refused(
      "no-front-matter",
      "The front matter has no end, expected a line with `---` alone after the last key; add it.",
    );
  }
  const yaml = text.slice(opening.length, closing);
  return {
    yaml,
    yamlFirstLine: 1,
    body: text.slice(closing + closingLine.length + 2),
    bodyFirstLine: yaml.split("\n").length + 2,
    findings: [],
  };
}

function refused(problemId: string, message: string): CutFile {
  const findings = [{ problemId, line: 1, column: 1, message }];
  return { yaml: "", yamlFirstLine: 1, body: "", bodyFirstLine: 1, findings };
}
