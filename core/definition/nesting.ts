import type { Finding } from "./finding.ts";

const deepestNesting = 60;
const longestLine = 20_000;

/**
 * A finding when the lines of a text nest deeper, or are longer, than any handbook needs: parsers take
 * far more than linear time on such texts. Counts quote, list and bracket marks; reads each character once.
 */
export function bodyNestedTooDeep(text: string): Finding | undefined {
  let line = 1;
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
    if (leading > deepestNesting * 2 || open > deepestNesting || column > longestLine) {
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
