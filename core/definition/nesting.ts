import type { Finding } from "./finding.ts";

/** How deep the values of a YAML text may stand in each other. */
const deepestYamlNesting = 40;
const deepestBodyNesting = 60;
const longestLine = 10_000;

const newline = 10;
const tick = 96;
const brace = 123;
const closingBrace = 125;
const less = 60;
const blanks = codesOf(" \t");
const openers = codesOf("[<(");
const closers = codesOf("]>)");
const listMarks = codesOf(">-*+");
const yamlOpeners = codesOf("[{");
const yamlClosers = codesOf("]}");
const yamlMarks = codesOf("-?");

/**
 * A finding when the marks of a text nest deeper, or its lines are longer, than any handbook needs: parsers take
 * far more than linear time on such texts. Counts quote and list marks of a line, brackets and long rows of ticks of a
 * paragraph, and braces and tags of the whole text, which can stay open over blank lines; reads each character once.
 * `linesBefore` are the lines of the file before the text.
 */
export function bodyNestedTooDeep(text: string, linesBefore: number): Finding | undefined {
  let [line, column, leading, open, braces, tags] = [linesBefore + 1, 0, 0, 0, 0, 0];
  let isAtStart = true;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charCodeAt(index);
    if (sign === newline) {
      line += 1;
      if (isAtStart && leading === 0) open = 0;
      [column, leading] = [0, 0];
      isAtStart = true;
      continue;
    }
    column += 1;
    // Most signs are letters, which end the marks of a line and mean nothing else.
    if (column <= longestLine && isPlain(sign)) {
      isAtStart = false;
      continue;
    }
    if (isAtStart && listMarks.has(sign)) leading += 1;
    else if (isAtStart && blanks.has(sign)) leading += column % 2 === 0 ? 1 : 0;
    else if (!blanks.has(sign)) isAtStart = false;
    if (openers.has(sign) || isLongTick(text, index)) open += 1;
    else if (open > 0 && closers.has(sign)) open -= 1;
    if (sign === brace) braces += 1;
    else if (sign === closingBrace && braces > 0) braces -= 1;
    if (sign === less) tags = Math.max(0, tags + tagStep(text, index));
    const isTooDeep =
      leading > deepestBodyNesting * 2 ||
      Math.max(open, braces) > deepestBodyNesting ||
      tags > deepestBodyNesting;
    if (isTooDeep) return tooMuch("marks nested too deep", line);
    if (column > longestLine)
      return tooMuch(`a line of more than ${longestLine.toLocaleString("en")} characters`, line);
  }
  return undefined;
}

/** Whether a sign is a letter, a digit or one that stands for no more than they do, here and in the parsers. */
function isPlain(sign: number): boolean {
  return (
    (sign >= 97 && sign <= 122) || (sign >= 65 && sign <= 90) || (sign >= 48 && sign <= 57) || sign > 127
  );
}

/** Whether a row of two or more ticks begins here: the parser looks for the end of each through the whole paragraph. */
function isLongTick(text: string, index: number): boolean {
  return (
    text.charCodeAt(index) === tick &&
    text.charCodeAt(index + 1) === tick &&
    text.charCodeAt(index - 1) !== tick
  );
}

/** How a `<` changes the number of open tags: up when one begins that is not closed in itself, down when one ends. */
function tagStep(text: string, index: number): number {
  const tag = /^<(\/?)([A-Za-z>])[^<>]{0,200}/.exec(text.slice(index, index + 200));
  if (!tag) return 0;
  if (tag[1] === "/") return -1;
  return tag[0].endsWith("/") ? 0 : 1;
}

function tooMuch(found: string, line: number): Finding {
  const message = `Unexpected ${found}, expected text that a person can read; shorten this line.`;
  return { problemId: "mdx-syntax", line, column: 1, message };
}

/**
 * A finding for the first line that is longer, or whose brackets, dashes or indentation nest deeper, than any handbook
 * needs, told before a parser recurses into it. `linesBefore` are the lines of the file before the text.
 */
export function yamlNestedTooDeep(text: string, linesBefore: number): Finding | undefined {
  let [line, column, open, marks, indent] = [linesBefore + 1, 0, 0, 0, 0];
  let isAtStart = true;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charCodeAt(index);
    if (sign === newline) {
      line += 1;
      [column, marks, indent] = [0, 0, 0];
      isAtStart = true;
      continue;
    }
    column += 1;
    if (column <= longestLine && isPlain(sign)) {
      isAtStart = false;
      continue;
    }
    if (isAtStart && yamlMarks.has(sign)) marks += 1;
    else if (isAtStart && blanks.has(sign)) indent += 1;
    else isAtStart = false;
    if (yamlOpeners.has(sign)) open += 1;
    else if (open > 0 && yamlClosers.has(sign)) open -= 1;
    const isTooDeep =
      open > deepestYamlNesting || marks > deepestYamlNesting || indent > deepestYamlNesting * 8;
    if (isTooDeep) return { problemId: "yaml-syntax", line, column: 1, message: yamlTooDeep };
    if (column > longestLine) {
      const message = `Unexpected line of more than ${longestLine.toLocaleString("en")} characters, expected values that a person can read; shorten it.`;
      return { problemId: "yaml-syntax", line, column: 1, message };
    }
  }
  return undefined;
}

const yamlTooDeep = `Values nested more than ${deepestYamlNesting} deep, expected the flat lists and maps of the handbook; remove the extra brackets, dashes or indentation.`;

function codesOf(signs: string): ReadonlySet<number> {
  return new Set([...signs].map((sign) => sign.charCodeAt(0)));
}
