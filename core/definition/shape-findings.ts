import { code, codeList, nearest } from "../message.ts";
import type { FieldAdvice } from "./field-kinds.ts";
import type { Finding } from "./finding.ts";
import type { DataPath, LocatedData, Position } from "./located-yaml.ts";
import { meantField } from "./meant-field.ts";

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
    message: `${isEmpty ? `${code(key)} is empty` : `Missing field ${code(key)}`}${owner}, expected ${advice.expected}; ${isEmpty ? writeIt(advice) : `add ${code(`${key}:`)} with it`}.`,
  };
}

function writeIt({ expected }: FieldAdvice): string {
  return expected.startsWith("a list")
    ? "write it below"
    : "write it behind the colon, in double quotes if it begins with `#`";
}

/** A field the schema does not know, and its value. Null where it has none: then a comma may have cut it off a text. */
export function unknownField(
  key: string,
  path: DataPath,
  expected: readonly string[],
  value: unknown,
  data: LocatedData,
): Finding {
  if (key === "filled" && expected.includes("not"))
    return {
      problemId: "unknown-field",
      ...data.keyPositionOf([...path, key]),
      message: `Unexpected field ${code(key)} in ${describePath(path)}, expected the word alone; write ${code(`${path.at(-1)}: filled`)}.`,
    };
  const replacement = path.length === 0 ? replacedFields.get(key) : undefined;
  if (replacement?.by.every((field) => expected.includes(field))) {
    const position = data.keyPositionOf([key]);
    return {
      problemId: "unknown-field",
      ...position,
      message: `Unexpected field ${code(key)}; ${replacement.words}`,
    };
  }
  const near = meantField(key, expected, value);
  const owner = path.length === 0 ? "" : ` in ${describePath(path)}`;
  const isCutOff = value === null;
  const remedy = isCutOff
    ? "if it belongs to the text before the comma, put that text in double quotes."
    : "remove it, or move its text into the body.";
  return {
    problemId: "unknown-field",
    ...data.keyPositionOf([...path, key]),
    message: `Unexpected field ${code(key)}${owner}, expected one of ${codeList(soughtFirst(expected), mostKeys)}; ${near ? `did you mean ${code(near)}?` : remedy}`,
    ...(near !== undefined && { misread: [...path, near].join(".") }),
  };
}

/** The keys of a step that people look for most often, so that a short list does not hide them. */
const oftenSought = [
  "id",
  "title",
  "role",
  "due",
  "duration",
  "after",
  "kind",
  "approvers",
  "when",
  "input",
  "output",
  "informed",
  "respond",
  "optional",
];
const mostKeys = 17;

function soughtFirst(expected: readonly string[]): readonly string[] {
  if (expected.length <= mostKeys || !oftenSought.every((key) => expected.includes(key))) return expected;
  return [...oftenSought, ...expected.filter((key) => !oftenSought.includes(key))];
}

/** Fields that earlier versions knew, the fields that took their place, and what to do. */
const replacedFields: ReadonlyMap<string, { readonly by: readonly string[]; readonly words: string }> =
  new Map([
    [
      "selfApproval",
      {
        by: ["approvals", "starterApproves"],
        words:
          "nobody approves their own work any more. Please remove the line; `starterApproves` says whether whoever started a run may approve in it, and `approvals` who may leave an approval out.",
      },
    ],
  ]);

/** A key of a map from ids to values that is no such id. */
export function wrongKey(key: string, advice: FieldAdvice, position: Position): Finding {
  const meant = advice.guess?.(key);
  return {
    problemId: "wrong-value",
    ...position,
    message: `Unexpected key ${code(key)}, expected ${advice.expected}; ${meant ? `did you mean ${code(meant)}?` : `${advice.remedy}.`}`,
    misread: key,
  };
}

/**
 * A value that does not fit its field. `words` are the ones allowed when the field is a choice;
 * `fits` tells whether a guess at what was meant would do.
 */
export function wrongValue(
  path: DataPath,
  found: unknown,
  advice: FieldAdvice,
  position: Position,
  words: readonly string[] = [],
  fits?: (guess: string) => boolean,
): Finding {
  const near = typeof found === "string" ? nearest(found, words) : undefined;
  const wayOut = typeof found === "string" ? advice.wayOut?.(found) : undefined;
  const meant = near ?? guessOf(found, advice, fits, typeof path.at(-1) === "number");
  const byType = typeof found === "string" || Array.isArray(found) ? "wrong-value" : "wrong-type";
  const isNumber = typeof found === "number" || typeof found === "boolean";
  const place = placeOfAnswer(found);
  const remedy =
    place !== undefined && (fits?.(place) ?? true)
      ? `put it in double quotes: ${code(`"${place}"`)}`
      : ((isNumber ? advice.remedyForNumber : undefined) ?? advice.remedy);
  return {
    problemId: advice.problemId ?? byType,
    ...position,
    message: `Unexpected ${fieldName(path)} ${code(found)}, expected ${advice.expected}; ${wayOut ?? (meant ? `did you mean ${code(meant)}?` : `${remedy}.`)}`,
    misread: path.join("."),
  };
}

/** `{version}` without quotes, which YAML reads as a map with one empty key. */
function placeOfAnswer(found: unknown): string | undefined {
  if (typeof found !== "object" || found === null || Array.isArray(found)) return undefined;
  const [entry, another] = Object.entries(found);
  return entry?.[1] === null && another === undefined ? `{${entry[0]}}` : undefined;
}

/** Nobody means a short value by more than this. */
const longestGuessed = 500;

/** What was probably meant; an entry of a list stands in brackets already. */
function guessOf(
  found: unknown,
  { guess }: FieldAdvice,
  fits: ((guess: string) => boolean) | undefined,
  isEntry: boolean,
): string | undefined {
  if (Array.isArray(found) && found.length === 1 && !isEntry) {
    const [only] = found;
    return typeof only === "string" && fits?.(only) ? only : undefined;
  }
  if (!guess || (typeof found !== "string" && typeof found !== "number")) return undefined;
  const written = String(found);
  if (written.length > longestGuessed) return undefined;
  const guessed = guess(written);
  if (guessed === undefined || guessed === found || fits?.(guessed) === false) return undefined;
  if (guessed === written) return `"${written}"`;
  return isEntry ? guessed.replace(/^\[|\]$/g, "") : guessed;
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
