import { z } from "zod";
import { codeList } from "../message.ts";
import { rememberEach } from "../remember-each.ts";
import { type FieldAdvice, fieldAdvice } from "./field-kinds.ts";
import type { Finding } from "./finding.ts";
import { guessId } from "./guess-value.ts";
import type { DataPath, LocatedData } from "./located-yaml.ts";
import { meantField } from "./meant-field.ts";
import { missingField, unknownField, wrongKey, wrongSize, wrongValue } from "./shape-findings.ts";

/** A value of which any field, at any depth of objects in lists, may be missing because it did not fit. */
export type Draft<T> = T extends readonly (infer E)[]
  ? Draft<E>[]
  : T extends object
    ? { [K in keyof T]?: Draft<T[K]> | undefined }
    : T;

/** What fits of a value, and a finding for all that does not. */
export interface ShapeReading<T> {
  readonly draft: T;
  readonly findings: readonly Finding[];
}

/**
 * Reads a located value against an object schema, field by field, so that one wrong field hides no other.
 * Finding ids: `missing-field`, `unknown-field`, `wrong-type`, `wrong-value`, `wrong-unit`.
 */
export function readShape<S extends z.ZodObject>(
  schema: S,
  data: LocatedData,
): ShapeReading<Draft<z.output<S>>> {
  const findings: Finding[] = [];
  const draft = readObject(schema, data.value, [], { data, findings });
  return { draft: (draft ?? {}) as Draft<z.output<S>>, findings };
}

/** Reads a located map from ids to values of one schema, entry by entry. An empty file is an empty map. */
export function readShapeMap<S extends z.ZodRecord<z.ZodString, z.ZodType>>(
  schema: S,
  data: LocatedData,
): ShapeReading<Map<string, Draft<z.output<S>[string]>>> {
  const findings: Finding[] = [];
  const context = { data, findings };
  const draft = new Map<string, Draft<z.output<S>[string]>>();
  if (data.value === null || data.value === undefined) return { draft, findings };
  if (!isMap(data.value)) {
    findings.push(wrongValue([], data.value, mapAdvice("lines of `id:`"), data.positionOf([])));
    return { draft, findings };
  }
  for (const [key, value] of Object.entries(data.value)) {
    if (!schema.keyType.safeParse(key).success) {
      findings.push(wrongKey(key, adviceOf(schema.keyType), data.keyPositionOf([key])));
      continue;
    }
    const read = readValue(schema.valueType, value, [key], context);
    if (read !== undefined) draft.set(key, read as Draft<z.output<S>[string]>);
  }
  return { draft, findings };
}

/** So many unknown fields of one place are told; more say nothing new. */
const mostUnknown = 20;

interface Context {
  readonly data: LocatedData;
  readonly findings: Finding[];
}

function readValue(schema: z.ZodType, value: unknown, path: DataPath, context: Context): unknown {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) return readObject(inner, value, path, context);
  const isListOfObjects =
    inner instanceof z.ZodArray && unwrap(inner.element as z.ZodType) instanceof z.ZodObject;
  if (isListOfObjects && Array.isArray(value)) return readList(inner, value, path, context);
  return readLeaf(schema, value, path, context);
}

function readObject(
  schema: z.ZodObject,
  value: unknown,
  path: DataPath,
  context: Context,
): object | undefined {
  const { data, findings } = context;
  const keys = Object.keys(schema.shape);
  if (!isMap(value)) {
    findings.push(
      wrongValue(
        path,
        value,
        fieldAdvice.get(schema) ?? mapAdvice(`keys such as ${codeList(keys.slice(0, 3))}`),
        data.positionOf(path),
      ),
    );
    return undefined;
  }
  const unknown = Object.keys(value).filter((key) => !keys.includes(key));
  for (const key of unknown.slice(0, mostUnknown))
    findings.push(unknownField(key, path, keys, value[key], data));
  // A misspelt field is told once, and not missed as well.
  const misspelt = new Set(unknown.map((key) => meantField(key, keys)));
  const draft: Record<string, unknown> = {};
  for (const key of keys) {
    const field = schema.shape[key] as z.ZodType;
    const present = childOf(value, key);
    if (present === undefined || present === null) {
      if (field instanceof z.ZodOptional || misspelt.has(key)) continue;
      findings.push(missingField(key, path, present === null, adviceOf(field), data));
      continue;
    }
    const read = readValue(field, present, [...path, key], context);
    if (read !== undefined) draft[key] = read;
  }
  return draft;
}

/** The schema of a list of anything that is as long as the list may be: its entries are read one by one. */
const lengthOf = rememberEach(
  (schema: z.ZodArray): z.ZodArray => schema.clone({ ...schema.def, element: z.unknown() }),
);

/** Entries that do not fit become empty drafts, so that the others keep their index and position. */
function readList(
  schema: z.ZodArray,
  value: readonly unknown[],
  path: DataPath,
  context: Context,
): unknown[] | undefined {
  const wrongLength = !lengthOf(schema).safeParse(value).success;
  if (wrongLength) {
    context.findings.push(wrongSize(path, value.length, adviceOf(schema), context.data));
    return undefined;
  }
  return value.map(
    (item, index) => readValue(schema.element as z.ZodType, item, [...path, index], context) ?? {},
  );
}

function readLeaf(schema: z.ZodType, value: unknown, path: DataPath, context: Context): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const isContainer = Array.isArray(value) || unwrap(schema) instanceof z.ZodRecord;
  const inside = isContainer && issue ? deepestPath(issue) : [];
  const place = [...path, ...inside];
  const misread = path.join(".");
  if (issue?.code === "invalid_key") {
    const key = wrongKey(String(inside.at(-1)), idAdvice, context.data.keyPositionOf(place));
    context.findings.push({ ...key, misread });
    return undefined;
  }
  const unknown = issue && deepest(issue).issue;
  if (isContainer && unknown?.code === "unrecognized_keys") {
    const keys = keysOfEntry(schema);
    const [key = ""] = unknown.keys;
    if (keys.length > 0) {
      context.findings.push({ ...unknownField(key, place, keys, undefined, context.data), misread });
      return undefined;
    }
  }
  const found = inside.reduce(childOf, value);
  const isSingle = unwrap(schema) instanceof z.ZodUnion && !Array.isArray(found);
  const advice = (inside.length > 0 || isSingle ? elementAdvice(schema) : undefined) ?? adviceOf(schema);
  const fits = (guess: string) => {
    const words = wordsOf(guess);
    const isEntry = typeof inside.at(-1) === "number";
    if (words && isEntry) return words.every((word) => fitsAt(inside, word, value, schema));
    const meant: unknown[] = [guess, [guess], ...(words ? [words] : []), Number(guess)];
    if (/^(?:true|false)$/.test(guess)) meant.push(guess === "true");
    return meant.some((instead) => fitsAt(inside, instead, value, schema));
  };
  const finding = wrongValue(place, found, advice, context.data.positionOf(place), enumWords(schema), fits);
  context.findings.push({ ...finding, misread });
  return undefined;
}

/** Whether a value fits with something else at a place in it, whatever else in it does not fit. */
function fitsAt(place: DataPath, instead: unknown, value: unknown, schema: z.ZodType): boolean {
  const { error } = schema.safeParse(withAt(place, instead, value));
  const issue = error?.issues[0];
  return issue === undefined || (place.length > 0 && deepestPath(issue).join(".") !== place.join("."));
}

function withAt([key, ...rest]: DataPath, instead: unknown, value: unknown): unknown {
  if (key === undefined) return instead;
  const inner = withAt(rest, instead, childOf(value, key));
  if (Array.isArray(value)) return value.with(Number(key), inner);
  return { ...(value as object), [key]: inner };
}

/** The entries of a guess written as a YAML list, `[editor, author]`. */
function wordsOf(guess: string): string[] | undefined {
  return guess.startsWith("[") ? guess.slice(1, -1).split(", ") : undefined;
}

const idAdvice: FieldAdvice = {
  expected: "lower-case letters, digits and dashes, at most 64",
  remedy: "rename it",
  guess: guessId,
};

function adviceOf(schema: z.ZodType): FieldAdvice {
  const advice = fieldAdvice.get(schema) ?? fieldAdvice.get(unwrap(schema));
  return advice ?? mapAdvice("the keys of the reference");
}

function mapAdvice(keys: string): FieldAdvice {
  return { expected: `a map with ${keys}`, remedy: "write `key: value` lines" };
}

function elementAdvice(schema: z.ZodType): FieldAdvice | undefined {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodRecord) return fieldAdvice.get(inner.valueType as z.ZodType);
  const choices = inner instanceof z.ZodUnion ? (inner.options as z.ZodType[]) : [inner];
  const list = choices.find((option): option is z.ZodArray => option instanceof z.ZodArray);
  return list && fieldAdvice.get(list.element as z.ZodType);
}

/** The keys that an entry of a map may have where it may be a map itself. */
function keysOfEntry(schema: z.ZodType): readonly string[] {
  const inner = unwrap(schema);
  const entry = inner instanceof z.ZodRecord ? (inner.valueType as z.ZodType) : inner;
  const choices = entry instanceof z.ZodUnion ? (entry.options as z.ZodType[]) : [entry];
  const map = choices.find((option): option is z.ZodObject => option instanceof z.ZodObject);
  return Object.keys(map?.shape ?? {});
}

function enumWords(schema: z.ZodType): readonly string[] {
  const inner = unwrap(schema);
  return inner instanceof z.ZodEnum ? inner.options.map(String) : [];
}

function unwrap(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional ? unwrap(schema.unwrap() as z.ZodType) : schema;
}

function deepestPath(issue: z.core.$ZodIssue): (string | number)[] {
  return deepest(issue).path;
}

/** The issue within a union that is farthest down, where keys that are not expected count as one step more. */
function deepest(issue: z.core.$ZodIssue): { issue: z.core.$ZodIssue; path: (string | number)[] } {
  const own = issue.path.filter((key) => typeof key !== "symbol");
  if (issue.code !== "invalid_union") return { issue, path: own };
  const inner = issue.errors.flat().map(deepest);
  // Before a key that is missed comes the one that stands in its place.
  const depth = (found: ReturnType<typeof deepest>) =>
    found.path.length + (found.issue.code === "unrecognized_keys" ? 1.5 : 0);
  const found = inner.reduce<ReturnType<typeof deepest>>(
    (best, next) => (depth(next) > depth(best) ? next : best),
    { issue, path: [] },
  );
  return { issue: found.issue, path: [...own, ...found.path] };
}

function childOf(value: unknown, key: string | number): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string | number, unknown>)[key]
    : undefined;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
