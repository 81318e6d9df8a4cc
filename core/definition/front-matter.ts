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
 * any other language named after the first `---` is refused. The text has `\n` line ends.
 * A text that was refused for another reason already is cut into nothing, with that reason. Never throws.
 */
export function cutFrontMatter(text: string, refused?: Finding): CutFile {
  const opening = text.split("\n", 1)[0] ?? "";
  const closing = text.indexOf("\n---", opening.length - 1);
  const refusal = refused ?? refusalOf(text, opening, closing);
  if (refusal)
    return {
      yaml: "",
      yamlFirstLine: 1,
      body: "",
      bodyFirstLine: 1,
      findings: [{ line: 1, column: 1, ...refusal }],
    };
  const closingEnd = text.indexOf("\n", closing + 1);
  const body = closingEnd < 0 ? "" : text.slice(closingEnd + 1);
  return {
    yaml: text.slice(opening.length, closing),
    yamlFirstLine: 1,
    body,
    bodyFirstLine: text.slice(0, text.length - body.length).split("\n").length,
    findings: [],
  };
}

function refusalOf(
  text: string,
  opening: string,
  closing: number,
): { problemId: string; message: string } | undefined {
  const tooLarge = sizeRefusal(text);
  if (tooLarge !== undefined) return { problemId: "file-too-large", message: tooLarge };
  const language = /^---([^-].*)?$/.exec(opening)?.[1]?.trim();
  if (/^\s*\n---[ \t]*\n/.test(text)) {
    return {
      problemId: "no-front-matter",
      message: "Empty lines stand before `---`, expected it on the very first line; delete them.",
    };
  }
  if (!/^---(?!-)/.test(opening)) {
    return {
      problemId: "no-front-matter",
      message:
        "The file does not begin with front matter, expected `---`, the keys of the process, and `---` again; add them at the very top.",
    };
  }
  if (language && language.toLowerCase() !== "yaml") {
    return {
      problemId: "front-matter-language",
      message: `Unexpected front matter language ${code(language)}, expected plain YAML; remove the word after the first \`---\`. Nothing in it was run.`,
    };
  }
  const closingLine = closing < 0 ? undefined : text.slice(closing + 1).split("\n", 1)[0];
  if (closingLine?.trim() !== "---") {
    return {
      problemId: "no-front-matter",
      message: "The front matter has no end, expected a line with `---` alone after the last key; add it.",
    };
  }
  return undefined;
}
