import { applyEdits, type JSONPath, modify, type ParseError, parse } from "jsonc-parser";

/** One value that a settings file is to have, by the keys that lead to it. */
export interface WantedSetting {
  readonly path: JSONPath;
  readonly value: unknown;
  /** Whether a value of somebody else's stays; false replaces it, since only ours can stand there. */
  readonly keeps: boolean;
}

/**
 * A settings file with comments (JSONC) that also holds what is wanted. All else stays as it is, to the byte; only where a list or group
 * to which something is added stands on one line, it gets a line for each entry. An item of a list is added at its end, or takes the place
 * of the one that `isSame` finds. Nothing when the file cannot be read as JSON.
 */
export function mergeSettings(text: string, wanted: readonly WantedSetting[]): string | undefined {
  let merged = text;
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  for (const { path, value, keeps } of wanted) {
    const found = readPath(merged, path);
    if (found === unreadable) return undefined;
    if (found !== undefined && (keeps || isEqual(found, value))) continue;
    const formattingOptions = { insertSpaces: !/^\t/m.test(merged), tabSize: 2, eol };
    merged = applyEdits(merged, modify(merged, path, value, { formattingOptions }));
  }
  return merged;
}

/** Adds to a list of such a file what it lacks; what `isSame` finds in it is replaced. Nothing as for {@link mergeSettings}. */
export function mergeList<T>(
  text: string,
  name: string,
  items: readonly T[],
  isSame: (found: unknown, item: T) => boolean,
): string | undefined {
  const found = readPath(text, [name]);
  if (found === unreadable || (found !== undefined && !Array.isArray(found))) return undefined;
  if (found === undefined) return mergeSettings(text, [{ path: [name], value: items, keeps: false }]);
  let length = found.length;
  const wanted = items.map((value): WantedSetting => {
    const index = found.findIndex((other) => isSame(other, value));
    return { path: [name, index < 0 ? length++ : index], value, keeps: false };
  });
  return mergeSettings(text, wanted);
}

const unreadable = Symbol("unreadable");

function readPath(text: string, path: JSONPath): unknown {
  const errors: ParseError[] = [];
  const root = parse(text, errors, { allowTrailingComma: true }) as unknown;
  if (errors.length > 0 || typeof root !== "object" || root === null || Array.isArray(root))
    return unreadable;
  return path.reduce<unknown>(
    (node, key) =>
      typeof node === "object" && node !== null && Object.hasOwn(node, key)
        ? (node as Record<string | number, unknown>)[key]
        : undefined,
    root,
  );
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
