import type { Finding } from "./finding.ts";

/** How deep the values of a YAML text may stand in each other. */
export const deepestYamlNesting = 40;
const deepestBodyNesting = 60;
const longestLine = 20_000;

const newline = 10;
const blanks = codesOf(" \t");
const openers = codesOf("[{<(");
const closers = codesOf("]}>)");
const listMarks = codesOf(">-*+");
const yamlOpeners = codesOf("[{");
const yamlClosers = codesOf("]}");
const yamlMarks = codesOf("-?");

/**
 * A finding when the lines of a text nest deeper, or are longer, than any handbook needs: parsers take
 * far more than linear time on such texts. Counts quote, list and bracket marks; reads each character once.
 * `linesBefore` are the lines of the file before the text.
 */
export function bodyNestedTooDeep(text: string, linesBefore: number): Finding | undefined {
  let [line, column, leading, open] = [linesBefore + 1, 0, 0, 0];
  let isAtStart = true;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charCodeAt(index);
    if (sign === newline) {
      line += 1;
      [column, leading, open] = [0, 0, 0];
      isAtStart = true;
      continue;
    }
    column += 1;
    if (isAtStart && listMarks.has(sign)) leading += 1;
    else if (!blanks.has(sign)) isAtStart = false;
    if (openers.has(sign)) open += 1;
    else if (open > 0 && closers.has(sign)) open -= 1;
    if (leading > deepestBodyNesting * 2 || open > deepestBodyNesting)
      return tooMuch("marks nested too deep", line);
    if (column > longestLine)
      return tooMuch(`a line of more than ${longestLine.toLocaleString("en")} characters`, line);
  }
  return undefined;
}

function tooMuch(found: string, line: number): Finding {
  const message = `Unexpected ${found}, expected text that a person can read; shorten this line.`;
  return { problemId: "mdx-syntax", line, column: 1, message };
}

/**
 * The first line whose brackets, dashes or indentation nest too deep for any handbook, told before a parser
 * recurses into it; nothing when all lines are fine.
 */
export function yamlNestedTooDeep(text: string): number | undefined {
  let [line, open, marks, indent] = [1, 0, 0, 0];
  let isAtStart = true;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charCodeAt(index);
    if (sign === newline) {
      line += 1;
      [marks, indent] = [0, 0];
      isAtStart = true;
      continue;
    }
    if (isAtStart && yamlMarks.has(sign)) marks += 1;
    else if (isAtStart && blanks.has(sign)) indent += 1;
    else isAtStart = false;
    if (yamlOpeners.has(sign)) open += 1;
    else if (open > 0 && yamlClosers.has(sign)) open -= 1;
    const isTooDeep =
      open > deepestYamlNesting || marks > deepestYamlNesting || indent > deepestYamlNesting * 8;
    if (isTooDeep) return line;
  }
  return undefined;
}

function codesOf(signs: string): ReadonlySet<number> {
  return new Set([...signs].map((sign) => sign.charCodeAt(0)));
}
