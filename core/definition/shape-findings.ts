import { code, codeList, nearest } from "../message.ts";
import type { FieldAdvice } from "./field-kinds.ts";
import type { Finding } from "./finding.ts";
import type { DataPath, LocatedData, Position } from "./located-yaml.ts";

/** A field the schema asks for that is not there, or is there without a value. */
export function missingField(
  key: string,
  path: DataPath,
  isEmpty: boolean,
  advice: FieldAdvice,
  data: LocatedData,
): Finding {
  const owner = path.length === 0 ? "" : ` in ${describePath(path)}`;
  return {
    problemId: "missing-field",
    ...(isEmpty ? data.keyPositionOf([...path, key]) : data.positionOf(path)),
    message: `${isEmpty ? `${code(key)} is empty` : `Missing field ${code(key)}`}${owner}, expected ${advice.expected}; add ${code(`${key}:`)} with it.`,
  };
}

/** A field the schema does not know. */
export function unknownField(
  key: string,
  path: DataPath,
  expected: readonly string[],
  data: LocatedData,
): Finding {
  const near = nearest(key, expected);
  const owner = path.length === 0 ? "" : ` in ${describePath(path)}`;
  return {
    problemId: "unknown-field",
    ...data.keyPositionOf([...path, key]),
    message: `Unexpected field ${code(key)}${owner}, expected one of ${codeList(expected)}; ${near ? `did you mean ${code(near)}?` : "remove it, or move its text into the body."}`,
  };
}

/** A key of a map from ids to values that is no such id. */
export function wrongKey(key: string, advice: FieldAdvice, position: Position): Finding {
  return {
    problemId: "wrong-value",
    ...position,
    message: `Unexpected key ${code(key)}, expected ${advice.expected}; ${advice.remedy}.`,
  };
}

/** A value that does not fit its field; `words` are the ones allowed when the field is a choice. */
export function wrongValue(
  path: DataPath,
  found: unknown,
  advice: FieldAdvice,
  position: Position,
  words: readonly string[] = [],
): Finding {
  const near = typeof found === "string" ? nearest(found, words) : undefined;
  const byType = typeof found === "string" || Array.isArray(found) ? "wrong-value" : "wrong-type";
  const isNumber = typeof found === "number" || typeof found === "boolean";
  const remedy = (isNumber ? advice.remedyForNumber : undefined) ?? advice.remedy;
  return {
    problemId: advice.problemId ?? byType,
    ...position,
    message: `Unexpected ${fieldName(path)} ${code(found)}, expected ${advice.expected}; ${near ? `did you mean ${code(near)}?` : `${remedy}.`}`,
    misread: path.join("."),
  };
}

/** A list that is too short or too long. */
export function wrongSize(path: DataPath, size: number, advice: FieldAdvice, data: LocatedData): Finding {
  return {
    problemId: "wrong-value",
    ...data.positionOf(path),
    misread: path.join("."),
    message: `${size} entries in ${code(fieldName(path))}, expected ${advice.expected}; ${advice.remedy}.`,
  };
}

/** The name a message gives to the place a path points at: its last key. */
function fieldName(path: DataPath): string {
  const key = path.findLast((part) => typeof part === "string");
  return key === undefined ? "content" : String(key);
}

const entryNames: Readonly<Record<string, string>> = { steps: "step", ask: "question", input: "input" };

function describePath(path: DataPath): string {
  const index = path.findLastIndex((part) => typeof part === "number");
  const list = path[index - 1];
  if (index < 1 || typeof list !== "string") return code(path.join("."));
  return `${entryNames[list] ?? list} ${Number(path[index]) + 1}`;
}
