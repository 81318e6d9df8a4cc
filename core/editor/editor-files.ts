import { editorSchemas, type JsonSchema } from "../definition/index.ts";
import { rules } from "../rules/index.ts";
import { snippets } from "./snippets.ts";

/**
 * The files that make an editor help with a handbook in the folder `handbook`, by path within the repository:
 * a JSON Schema for each kind of file, and the settings that bind them in Visual Studio Code.
 * No editor checks front matter in MDX against a schema, so there the checker itself reports, as a task.
 */
export function editorFiles(handbook = "processes"): ReadonlyMap<string, string> {
  const { process, roles, absences, handbook: settings } = editorSchemas();
  return new Map([
    ["schemas/process.schema.json", json(process)],
    ["schemas/handbook.schema.json", json(withRules(settings))],
    ["schemas/roles.schema.json", json(roles)],
    ["schemas/absences.schema.json", json(absences)],
    [".vscode/settings.json", json(vscodeSettings(handbook))],
    [".vscode/extensions.json", json({ recommendations: ["redhat.vscode-yaml", "unifiedjs.vscode-mdx"] })],
    [".vscode/tasks.json", json(vscodeTasks)],
    [".vscode/handrail.code-snippets", json(snippets)],
  ]);
}

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

function vscodeSettings(handbook: string): object {
  const folder = handbook.replace(/^\.\//, "").replace(/\/+$/, "");
  const bind = (name: string) => [`./schemas/${name}.schema.json`, `${folder}/${name}.yml`];
  return {
    "yaml.schemas": Object.fromEntries(["handbook", "roles", "absences"].map(bind)),
    "[mdx]": { "editor.wordWrap": "on", "editor.unicodeHighlight.invisibleCharacters": true },
  };
}

/** Lines of `check --format text` become entries of the problems list; what is no error or warning is a hint. */
const vscodeTasks = {
  version: "2.0.0",
  tasks: [
    {
      label: "Check the handbook",
      type: "npm",
      script: "check",
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
    },
  ],
};

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
