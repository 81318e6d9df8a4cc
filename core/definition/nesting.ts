import type { Finding } from "./finding.ts";

/** How deep the values of a YAML text may stand in each other. */
export const deepestYamlNesting = 40;
const deepestBodyNesting = 60;
const longestLine = 20_000;

/**
 * A finding when the lines of a text nest deeper, or are longer, than any handbook needs: parsers take
 * far more than linear time on such texts. Counts quote, list and bracket marks; reads each character once.
 * `linesBefore` are the lines of the file before the text.
 */
export function bodyNestedTooDeep(text: string, linesBefore: number): Finding | undefined {
  let line = linesBefore + 1;
  let column = 0;
  let leading = 0;
  let open = 0;
  let atLineStart = true;
  for (const character of text) {
    if (character === "\n") {
      line += 1;
      column = 0;
      leading = 0;
      open = 0;
      atLineStart = true;
      continue;
    }
    column += 1;
    if (atLineStart && (character === ">" || character === "-" || character === "*" || character === "+"))
      leading += 1;
    else if (character !== " " && character !== "\t") atLineStart = false;
    if (character === "[" || character === "{" || character === "<" || character === "(") open += 1;
    else if (character === "]" || character === "}" || character === ">" || character === ")")
      open = Math.max(0, open - 1);
    if (leading > deepestBodyNesting * 2 || open > deepestBodyNesting || column > longestLine) {
      const found =
        column > longestLine
          ? `a line of more than ${longestLine.toLocaleString("en")} characters`
          : "marks nested too deep";
      return {
        problemId: "mdx-syntax",
        line,
        column: 1,
        message: `Unexpected ${found}, expected text that a person can read; shorten this line.`,
      };
    }
  }
  return undefined;
}

/**
 * The first line whose brackets, dashes or indentation nest too deep for any handbook, told before a parser
 * recurses into it; nothing when all lines are fine.
 */
export function yamlNestedTooDeep(text: string): number | undefined {
  let open = 0;
  let line = 1;
  let indicators = 0;
  let atLineStart = true;
  let indent = 0;
  for (const character of text) {
    if (character === "\n") {
      line += 1;
      indicators = 0;
      indent = 0;
      atLineStart = true;
      continue;
    }
    if (atLineStart) {
      if (character === " ") indent += 1;
      else if (character === "-" || character === "?") indicators += 1;
      else atLineStart = false;
    }
    if (character === "[" || character === "{") open += 1;
    else if ((character === "]" || character === "}") && open > 0) open -= 1;
    if (open > deepestYamlNesting || indicators > deepestYamlNesting || indent > deepestYamlNesting * 8)
      return line;
  }
  return undefined;
}
