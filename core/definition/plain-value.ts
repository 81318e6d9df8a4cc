/** Thrown where a text is not plain; `readPlainYaml` is the only one that meets it. */
export class NotPlainError extends Error {}

/** A value within a line, and where the line goes on after it. */
export interface InlineValue {
  readonly value: unknown;
  readonly end: number;
}

/** Hears of each value of a map or list: what holds it, under which key, and where the key, if it has one, and the value begin. */
export type HearPlace = (
  holder: object,
  key: string | number,
  keyAt: number | undefined,
  valueAt: number,
) => void;

const flowKey = /([a-z][\w-]{0,63}): +/iy;
/** Words that stand for no text, in any of their writings, or that programs take as their own. */
const meaningful = /^(?:null|true|false|constructor|prototype)$/i;
const plainStart = /^[+-]?[\p{L}\p{N}]/u;
const wholeNumber = /^(?:0|[1-9]\d{0,8})$/;
const numberLike = /^[+-]?(?:0[xo]|[\d.]+(?:e[+-]?\d*)?$)/i;

/** The value that a line of YAML ends with, from `start` on. Throws a NotPlainError where it is not plain. */
export function readPlainValue(line: string, start: number, hear: HearPlace): unknown {
  const isPlainText = !"[{\"'".includes(line.charAt(start));
  if (isPlainText) {
    const written = line.slice(start);
    if (/:(?: |$)| #/.test(written)) throw new NotPlainError();
    return readWord(written);
  }
  const { value, end } = readFlow(line, start, hear);
  if (end !== line.length) throw new NotPlainError();
  return value;
}

/** Whether a key of a map can be taken as it was written: a map may hold it, and does not yet. */
export function isPlainKey(key: string, map: object): boolean {
  return !meaningful.test(key) && !Object.hasOwn(map, key);
}

/** A list, a map, a quoted text or words, where brackets and commas end the words. */
function readFlow(line: string, start: number, hear: HearPlace): InlineValue {
  const sign = line.charAt(start);
  if (sign === "[") return readFlowList(line, start, hear);
  if (sign === "{") return readFlowMap(line, start, hear);
  if (sign === '"' || sign === "'") return readQuoted(line, start);
  let end = start;
  while (end < line.length && !",[]{}:#".includes(line.charAt(end))) end += 1;
  return { value: readWord(line.slice(start, end).trimEnd()), end };
}

function readFlowList(line: string, start: number, hear: HearPlace): InlineValue {
  const list: unknown[] = [];
  const end = readItems(line, start, "]", (at) => {
    const item = readFlow(line, at, hear);
    hear(list, list.length, undefined, at);
    list.push(item.value);
    return item.end;
  });
  return { value: list, end };
}

function readFlowMap(line: string, start: number, hear: HearPlace): InlineValue {
  const map: Record<string, unknown> = {};
  const end = readItems(line, start, "}", (at) => {
    flowKey.lastIndex = at;
    const [head = "", key = ""] = flowKey.exec(line) ?? [];
    if (head === "" || !isPlainKey(key, map)) throw new NotPlainError();
    const item = readFlow(line, at + head.length, hear);
    hear(map, key, at, at + head.length);
    map[key] = item.value;
    return item.end;
  });
  return { value: map, end };
}

/** Reads what stands between brackets, comma by comma; gives where the line goes on after the closing one. */
function readItems(line: string, start: number, closing: string, readItem: (at: number) => number): number {
  let at = skipBlanks(line, start + 1);
  if (line.charAt(at) === closing) return at + 1;
  for (;;) {
    at = skipBlanks(line, readItem(at));
    if (line.charAt(at) === closing) return at + 1;
    if (line.charAt(at) !== ",") throw new NotPlainError();
    at = skipBlanks(line, at + 1);
  }
}

function skipBlanks(line: string, start: number): number {
  let at = start;
  while (line.charAt(at) === " ") at += 1;
  return at;
}

function readQuoted(line: string, start: number): InlineValue {
  const quote = line.charAt(start);
  const end = line.indexOf(quote, start + 1);
  const value = line.slice(start + 1, end);
  if (end < 0 || line.charAt(end + 1) === quote || value.includes("\\")) throw new NotPlainError();
  return { value, end: end + 1 };
}

/** Words without quotes: text, a whole number, true or false. */
function readWord(written: string): unknown {
  if (written === "true" || written === "false") return written === "true";
  if (wholeNumber.test(written)) return Number(written);
  const isText = plainStart.test(written) && !meaningful.test(written) && !numberLike.test(written);
  if (!isText) throw new NotPlainError();
  return written;
}
