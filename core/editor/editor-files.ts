import { editorSchemas, type JsonSchema } from "../definition/index.ts";
import { rules } from "../rules/index.ts";
import { mergeList, mergeSettings } from "./merge-settings.ts";
import { snippets } from "./snippets.ts";

/** What the files for editors come to in a repository. */
export interface EditorFiles {
  /** Every file with the text it is to have, by path within the repository. */
  readonly files: ReadonlyMap<string, string>;
  /** Files of somebody else's that stand where ours would, or cannot be read: they stay as they are. */
  readonly foreign: readonly string[];
}

/**
 * The files that make an editor help with a handbook in the folder `handbook`, by path within the repository:
 * a JSON Schema for each kind of file, and the settings that bind them in Visual Studio Code.
 * No editor checks front matter in MDX against a schema, so there the checker itself reports, as a task.
 * `existing` is what stands there now, by path: settings are merged into it.
 */
export function editorFiles(
  handbook = "processes",
  existing: ReadonlyMap<string, string> = new Map(),
): EditorFiles {
  const merged = [...ourFiles(handbook)].map(([path, file]) => {
    const before = existing.get(path);
    return [path, before === undefined || before.trim() === "" ? file.text : file.merge(before)] as const;
  });
  return {
    files: new Map(merged.flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const]))),
    foreign: merged.flatMap(([path, text]) => (text === undefined ? [path] : [])),
  };
}

/** The paths of all files for editors. */
export function editorFilePaths(): string[] {
  return [...ourFiles("processes").keys()];
}

/** A file as it is where there is none, and what it comes to where there is one; nothing where that is not ours. */
interface EditorFile {
  readonly text: string;
  readonly merge: (existing: string) => string | undefined;
}

function ourFiles(handbook: string): Map<string, EditorFile> {
  const schemas = editorSchemas();
  const named: readonly [string, JsonSchema][] = [
    ["process", schemas.process],
    ["handbook", withRules(schemas.handbook)],
    ["roles", schemas.roles],
    ["absences", schemas.absences],
    ["people", schemas.people],
  ];
  return new Map([
    ...named.map(([name, schema]) => [`schemas/${name}.schema.json`, schemaFile(schema)] as const),
    [".vscode/settings.json", settingsFile(handbook)],
    [".vscode/extensions.json", listFile("recommendations", recommended, {}, isSameText)],
    [".vscode/tasks.json", listFile("tasks", [checkTask], { version: "2.0.0" }, isSameTask)],
    [".vscode/handrail.code-snippets", { text: json(snippets), merge: () => json(snippets) }],
  ]);
}

/** A schema is ours when its title says so; another project may well have a `process.schema.json`. */
function schemaFile(schema: JsonSchema): EditorFile {
  const text = json(schema);
  const opening = text.split("\n").slice(0, 3).join("\n");
  return {
    text,
    merge: (existing) => (existing.replaceAll("\r\n", "\n").startsWith(opening) ? text : undefined),
  };
}

function settingsFile(handbook: string): EditorFile {
  const settings = vscodeSettings(handbook);
  const wanted = Object.entries(settings).flatMap(([key, values]) =>
    Object.entries(values).map(([name, value]) => ({
      path: [key, name],
      value,
      keeps: key !== "yaml.schemas",
    })),
  );
  return { text: json(settings), merge: (existing) => mergeSettings(existing, wanted) };
}

function listFile<T>(
  name: string,
  items: readonly T[],
  beside: object,
  isSame: (found: unknown, item: T) => boolean,
): EditorFile {
  return {
    text: json({ ...beside, [name]: items }),
    merge: (existing) => mergeList(existing, name, items, isSame),
  };
}

const isSameText = (found: unknown, item: string) => found === item;
const isSameTask = (found: unknown, task: { readonly label: string }) =>
  typeof found === "object" && found !== null && (found as { label?: unknown }).label === task.label;

const recommended = ["redhat.vscode-yaml", "unifiedjs.vscode-mdx"];

/** The settings' schema with every rule that may be set, so that an editor offers them and says what they mean. */
function withRules(schema: JsonSchema): JsonSchema {
  const properties = schema["properties"] as Record<string, JsonSchema>;
  const { propertyNames: _names, additionalProperties: setting, ...rest } = properties["rules"] ?? {};
  const changeable = rules.filter(({ isEssential }) => !isEssential);
  const reference = [{ $ref: "#/definitions/ruleSetting" }];
  const byId = changeable.map(({ id, purpose }) => [id, { description: purpose, allOf: reference }]);
  const described = { ...rest, properties: Object.fromEntries(byId), additionalProperties: false };
  return {
    ...schema,
    definitions: { ruleSetting: setting },
    properties: { ...properties, rules: described },
  };
}

function vscodeSettings(handbook: string): Record<string, Record<string, unknown>> {
  const folder = handbook.replace(/^\.\//, "").replace(/\/+$/, "");
  const bind = (name: string) => [`./schemas/${name}.schema.json`, `${folder}/${name}.yml`];
  return {
    "yaml.schemas": Object.fromEntries(["handbook", "roles", "absences", "people"].map(bind)),
    "[mdx]": { "editor.wordWrap": "on", "editor.unicodeHighlight.invisibleCharacters": true },
  };
}

/** Lines of `check --format text` become entries of the problems list; what is no error or warning is a hint. */
const checkTask = {
  label: "Check the handbook",
  type: "shell",
  command: "npx handrail check",
  group: { kind: "build", isDefault: true },
  presentation: { reveal: "silent", clear: true },
  problemMatcher: {
    owner: "handrail",
    source: "handrail",
    severity: "info",
    pattern: {
      regexp: "^(.+?):(\\d+):(\\d+) (error|warning|advice) (.*) ([a-z-]+)$",
      file: 1,
      line: 2,
      column: 3,
      severity: 4,
      message: 5,
      code: 6,
    },
  },
};

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
