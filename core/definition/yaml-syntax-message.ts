import type { YAMLError } from "yaml";
import { code } from "../message.ts";

/** What is wrong with a text that is no YAML, for people who never heard of YAML, and where to look. */
export interface SyntaxMistake {
  readonly offset: number;
  readonly message: string;
}

/** One line of a text, and where it begins. */
interface Line {
  readonly text: string;
  readonly offset: number;
}

/** The line an error stands on, or the first below it with words, with those around it that have words too. */
interface Place {
  readonly error: YAMLError;
  readonly whole: string;
  readonly here: Line;
  readonly before: Line | undefined;
  readonly after: Line | undefined;
}

type Cause = (place: Place) => SyntaxMistake | string | undefined;

/** Says what most likely caused an error of the YAML parser; its own words where nothing is known of it. */
export function syntaxMistake(error: YAMLError, text: string): SyntaxMistake {
  const place = placeOf(error, text);
  for (const cause of causes) {
    const mistake = cause(place);
    if (typeof mistake === "string")
      return { offset: Math.max(place.here.offset, error.pos[0]), message: mistake };
    if (mistake) return mistake;
  }
  const said = (error.message.split(/\n| at line /)[0] ?? "").slice(0, 160).replace(/[.:]+$/, "");
  return {
    offset: error.pos[0],
    message: `This is not readable YAML (${said}); check the indentation, quotes and colons of this line.`,
  };
}

/** The likeliest first: an error far from its cause is explained by the lines around it. */
const causes: readonly Cause[] = [
  spaceThatIsNone,
  oddSpaceBehindColon,
  dashWithoutSpace,
  colonWithoutSpace,
  answerWithoutQuotes,
  missingEnd,
  secondColonInBraces,
  missingComma,
  secondColon,
  signAtTheBeginning,
  textBehindQuote,
  dashBehindColon,
  wrongColumn,
  lineWithoutKey,
];

function spaceThatIsNone({ error, before, here, after }: Place): SyntaxMistake | undefined {
  const odd = [here, before, after].find((line) => line && /^ *[\t\u00a0]/.test(line.text));
  if (!odd && error.code !== "TAB_AS_INDENT") return undefined;
  const isTab = !odd || /^ *\t/.test(odd.text);
  const found = isTab ? "A tab stands" : "Spaces that only look like spaces stand";
  return {
    offset: odd?.offset ?? error.pos[0],
    message: `${found} at the beginning of this line, expected plain spaces; delete what is before the first word, and press the space bar instead.`,
  };
}

function oddSpaceBehindColon({ before, here }: Place): SyntaxMistake | undefined {
  const odd = [here, before].find((line) => line && /^ *(?:- )?[\w-]+:\u00a0/.test(line.text));
  if (!odd) return undefined;
  return {
    offset: odd.offset + odd.text.indexOf(":\u00a0") + 1,
    message:
      "An invisible non-breaking space stands after the colon, expected a plain one; delete it, and press the space bar instead.",
  };
}

function dashWithoutSpace({ before, here }: Place): SyntaxMistake | undefined {
  const [, indent, word] = /^( *)-([a-z].*)$/i.exec(here.text) ?? [];
  const isEntry = /^[\w-]+:/.test(word ?? "") || /^ *- /.test(before?.text ?? "");
  if (indent === undefined || !isEntry) return undefined;
  return {
    offset: here.offset + indent.length,
    message: `No space after the dash, expected ${code(`- ${word}`)}; add one.`,
  };
}

function colonWithoutSpace({ here }: Place): SyntaxMistake | undefined {
  const [, start, key, value] = /^( *(?:- )?)([\w-]+):([^\s:/].*)$/.exec(here.text) ?? [];
  if (start === undefined) return undefined;
  return {
    offset: here.offset + start.length,
    message: `No space after the colon, expected ${code(`${key}: ${value}`)}; add one.`,
  };
}

/** Longer lines are no entries that somebody wrote by hand. */
const longestLine = 1000;

/** A text such as `Publish {version}`: curly brackets of its own begin a map, so it needs quotes. */
function answerWithoutQuotes({ here }: Place): SyntaxMistake | undefined {
  const pair =
    /(?<=^ *(?:- )?|[{,] *)([\w-]+): +([^"'{}[\],\s][^"'{}[\],]*|)(\{[a-z0-9-]{1,64}\})([^"'{}[\],]*)/i;
  const found = pair.exec(here.text.slice(0, longestLine));
  const [, key = "", before = "", place = "", behind = ""] = found ?? [];
  if (!found || (before === "" && behind.trim() === "")) return undefined;
  const value = `${before}${place}${behind}`.trim();
  return {
    offset: here.offset + found.index + key.length + 2,
    message: `The place of an answer, ${code(place)}, stands in a text without quotes, expected double quotes around the whole text; write ${code(`${key}: "${value}"`, 120)}.`,
  };
}

function missingEnd({ error, whole }: Place): SyntaxMistake | string | undefined {
  const [, quote] = /closing (["'])/.exec(error.message) ?? [];
  if (quote) {
    const message = `A text that begins with ${code(quote)} has no end, expected ${code(quote)} behind its last word; add it.`;
    // Any quote further down would have ended the text, so it begins at the last one.
    const last = [...whole.matchAll(quote === '"' ? /(?<!\\)"/g : /(?<!')'(?!')/g)].at(-1);
    return last ? { offset: last.index, message } : message;
  }
  const [, bracket] = /end with a ([\]}])/.exec(error.message) ?? [];
  if (!bracket) return undefined;
  const opening = bracket === "]" ? "[" : "{";
  const offset = whole.lastIndexOf(opening, Math.max(0, error.pos[0] - 1));
  const message = `A list that begins with ${code(opening)} has no end, expected ${code(bracket)} behind its last entry; add it.`;
  return offset < 0 ? message : { offset, message };
}

/** Keys that may stand in curly brackets: before one of them a comma is missing, any other word belongs to a text. */
const keysInBraces = new Set(
  "id title kind role approvers policy approves options process after when due from exact at duration effort input output tools consulted informed accountable respond optional strict phase label type required default help what summary people deputies department outside country region workweek closed worked".split(
    " ",
  ),
);

function secondColonInBraces({ error, here }: Place): SyntaxMistake | undefined {
  if (error.code !== "BLOCK_IN_FLOW" && error.code !== "UNEXPECTED_TOKEN") return undefined;
  const pair =
    /(?<=[{,] {0,9})([\w-]{1,64}): {1,9}([^\s{}[\]"',][^{}[\]"',:]{0,999}: [^{}[\]"',]{0,999}?)(?= {0,9}(?:[,}]|$))/g;
  for (const { index, 1: key = "", 2: value = "" } of here.text.matchAll(pair)) {
    const word = /([\w-]{1,64}):/.exec(value)?.[1] ?? "";
    if (keysInBraces.has(word)) continue;
    const written = `${key}: "${value}"`;
    return {
      offset: here.offset + index + key.length + 2,
      message: `A second colon stands in the text of ${code(key)}, expected quotes around a text with a colon; write ${code(written, 120)}.`,
    };
  }
  return undefined;
}

function missingComma({ error, here }: Place): SyntaxMistake | undefined {
  const isInBraces = error.code === "BLOCK_IN_FLOW" || error.code === "UNEXPECTED_TOKEN";
  const opening = here.text.indexOf("{");
  if (!isInBraces || opening < 0) return undefined;
  const unquoted = here.text.replace(/"[^"]*"/g, (quoted) => "x".repeat(quoted.length));
  const found = /(?<=[^\s,{[:] )([\w-]+): /.exec(unquoted.slice(opening));
  const key = found?.[1];
  if (!found || key === undefined) return undefined;
  return {
    offset: here.offset + opening + found.index,
    message: `A comma may be missing before ${code(`${key}:`)}, expected one between two keys in curly brackets; add it, or put a text that holds a colon in double quotes.`,
  };
}

function secondColon({ error, here }: Place): SyntaxMistake | undefined {
  if (error.code !== "BLOCK_AS_IMPLICIT_KEY") return undefined;
  const [, start, key, value] = /^(?=.*$)( *(?:- )?)([\w-]+): {1,99}(.*:(?: .*)?)$/.exec(here.text) ?? [];
  if (start === undefined || key === undefined || value === undefined) return undefined;
  return {
    offset: here.offset + start.length + key.length + 2,
    message: `A second colon stands in the text of ${code(key)}, expected quotes around a text with a colon; write ${code(`${key}: "${value.replaceAll('"', "'")}"`, 120)}.`,
  };
}

function signAtTheBeginning({ error, whole }: Place): string | undefined {
  const sign = whole[error.pos[0]] ?? "";
  const isSpecial = ["BAD_SCALAR_START", "BAD_ALIAS", "TAG_RESOLVE_FAILED"].includes(error.code);
  if (!isSpecial || !/[@`%*&!]/.test(sign)) return undefined;
  return `A text begins with ${sign === "`" ? "a backtick" : code(sign)}, which is a special sign there, expected a letter or a quote; take it out, or put the whole text in double quotes.`;
}

function textBehindQuote({ error, here }: Place): string | undefined {
  if (error.code !== "UNEXPECTED_TOKEN" || !/["']/.test(here.text) || !/node end/.test(error.message))
    return undefined;
  return "The text goes on behind its closing quote, expected that quote at the very end; put the whole text in double quotes, and use single ones within it.";
}

function dashBehindColon({ error }: Place): string | undefined {
  if (!/block-seq-ind/.test(error.message)) return undefined;
  return "A dash and a space stand behind the colon, expected the value itself; take out the space, or put each entry of a list on a line of its own.";
}

function wrongColumn({ error, here, after }: Place): SyntaxMistake | string | undefined {
  if (error.code === "BLOCK_AS_IMPLICIT_KEY" && after && indentOf(after) > indentOf(here))
    return { offset: after.offset + indentOf(after), message: `${otherColumn}; move it to the left.` };
  if (/same column|without - indicator/.test(error.message))
    return { offset: here.offset + indentOf(here), message: `${otherColumn}; move it.` };
  if (!/block sequence may not be used/.test(error.message)) return undefined;
  return {
    offset: here.offset + indentOf(here),
    message:
      "A list entry begins here, but what stands above it is none, expected a dash before each entry; add the missing `- `, or take this one out.",
  };
}

const otherColumn =
  "This line begins in another column than the lines it belongs to, expected as many spaces as before those";

function lineWithoutKey({ error, here }: Place): SyntaxMistake | undefined {
  const isKeyMissing = error.code === "MULTILINE_IMPLICIT_KEY" || error.code === "MISSING_CHAR";
  if (!isKeyMissing || /: |:$/.test(here.text)) return undefined;
  return {
    offset: here.offset + indentOf(here),
    message:
      "This line has no key, expected `key: value`; if it goes on from the line above, move it in by two spaces.",
  };
}

function indentOf({ text }: Line): number {
  return text.length - text.trimStart().length;
}

/** Only the lines near the error are cut out, since a text may have very many. */
function placeOf(error: YAMLError, whole: string): Place {
  const lineAt = (offset: number): Line => {
    const start = whole.lastIndexOf("\n", offset - 1) + 1;
    const end = whole.indexOf("\n", offset);
    return { text: whole.slice(start, end < 0 ? undefined : end), offset: start };
  };
  const below = (line: Line): Line | undefined => {
    const rest = /\S/.exec(whole.slice(line.offset + line.text.length));
    return rest ? lineAt(line.offset + line.text.length + rest.index) : undefined;
  };
  const at = lineAt(Math.min(error.pos[0], whole.length));
  const here = at.text.trim() === "" ? (below(at) ?? at) : at;
  const above = whole.slice(0, here.offset).trimEnd().length;
  return { error, whole, here, before: above > 0 ? lineAt(above - 1) : undefined, after: below(here) };
}
