import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { editorFiles } from "../../../core/editor/index.ts";
import { processTemplate } from "../../../scripts/new/process-template.ts";
import { shippedFiles } from "../../builders.ts";

const { files } = editorFiles();
const ajv = new Ajv({ allErrors: true, strict: false });
addFormats(ajv);
const validators = new Map(
  ["process", "handbook", "roles", "absences", "people"].map((name): [string, ValidateFunction] => [
    name,
    ajv.compile(JSON.parse(files.get(`schemas/${name}.schema.json`) ?? "")),
  ]),
);

/** What an editor would mark in a text, by the place it marks. */
function marksIn(name: string, yaml: string): string[] {
  const validate = validators.get(name);
  validate?.(parse(yaml));
  return [
    ...new Set(
      (validate?.errors ?? []).map(({ instancePath, params }) =>
        `${instancePath} ${params["additionalProperty"] ?? params["missingProperty"] ?? ""}`.trim(),
      ),
    ),
  ];
}

const frontMatterOf = (text: string) => /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? "";

test.each([...files])("%s is what the program would write", (path, wanted) => {
  const advice = "run `npx handrail schemas` and commit what it writes";
  expect(readFileSync(path, "utf8").replaceAll("\r\n", "\n"), advice).toBe(wanted);
});

describe("the schemas", () => {
  const shipped = [...shippedFiles()];

  test.each(shipped)("find nothing in %s", (path, text) => {
    const isProcess = path.endsWith(".mdx");
    const name = isProcess ? "process" : path.replace(".yml", "");
    expect(marksIn(name, isProcess ? frontMatterOf(text) : text)).toEqual([]);
  });

  test("find nothing in a new process", () => {
    expect(
      marksIn("process", frontMatterOf(processTemplate({ id: "write-report", role: "editor" }))),
    ).toEqual([]);
  });

  test.each([
    ["process", "titel: Publish", "titel"],
    ["process", "reviewEvery: 6 months", "/reviewEvery"],
    ["process", "steps: [{ id: a, title: A, due: 30 }]", "/steps/0/due"],
    ["process", "steps: [{ id: a, title: A, kind: aproval }]", "/steps/0/kind"],
    ["process", "steps: [{ id: Ä, title: A }]", "/steps/0/id"],
    ["process", "ask: [{ id: a, label: A, required: 'yes' }]", "/ask/0/required"],
    ["roles", "author: { people: [demo-jonas] }", "/author title"],
    ["roles", "author: { title: Author, people: ['@demo-jonas'] }", "/author/people/0"],
    ["absences", "demo-jonas: [18.1.2027]", "/demo-jonas/0"],
    ["people", "demo-jonas: { nam: Jonas }", "/demo-jonas nam"],
    ["people", "demo-jonas: { calendar: { country: Germany } }", "/demo-jonas/calendar/country"],
    ["handbook", "title: H\ndueTime: 5pm", "/dueTime"],
    ["handbook", "title: H\nrules: { no-such-rule: off }", "/rules no-such-rule"],
    ["handbook", "title: H\nrules: { many-steps: { most: 15 } }", undefined],
  ])("%s: %j", (name, yaml, mark) => {
    const marks = marksIn(name, yaml);
    if (mark === undefined) expect(marks).toEqual([]);
    else expect(marks).toContain(mark);
  });

  test.each([...validators.keys()])("%s says of every key what it means and what may stand there", (name) => {
    const unsaid: string[] = [];
    const walk = (node: unknown, place: string): void => {
      if (typeof node !== "object" || node === null) return;
      for (const [key, value] of Object.entries(node)) {
        const properties = key === "properties" ? Object.entries(value as Record<string, object>) : [];
        for (const [property, schema] of properties)
          if (!("description" in schema)) unsaid.push(`${place}.${property}`);
        walk(value, `${place}.${key}`);
      }
    };
    const schema = JSON.parse(files.get(`schemas/${name}.schema.json`) ?? "") as { definitions?: unknown };
    delete schema.definitions;
    walk(schema, name);
    expect(unsaid).toEqual([]);
  });
});

describe("in Visual Studio Code", () => {
  const json = (path: string) => JSON.parse(files.get(path) ?? "");

  test("each YAML file of the handbook has its schema, wherever the handbook is", () => {
    const settings = JSON.parse(editorFiles("./docs/handbook/").files.get(".vscode/settings.json") ?? "");
    expect(settings["yaml.schemas"]).toEqual({
      "./schemas/handbook.schema.json": "docs/handbook/handbook.yml",
      "./schemas/people.schema.json": "docs/handbook/people.yml",
      "./schemas/roles.schema.json": "docs/handbook/roles.yml",
      "./schemas/absences.schema.json": "docs/handbook/absences.yml",
    });
    for (const schema of Object.keys(settings["yaml.schemas"])) expect(files.has(schema.slice(2))).toBe(true);
  });

  test.each([
    [
      "processes/a/b.mdx:12:3 error Unexpected `x`; mend it. unknown-role",
      ["processes/a/b.mdx", "12", "3", "error", "unknown-role"],
    ],
    [
      "processes/roles.yml:1:1 advice Two, three. many-steps",
      ["processes/roles.yml", "1", "1", "advice", "many-steps"],
    ],
  ])(
    "a line of the checker becomes an entry of the problems list: %s",
    (line, [file, row, column, severity, id]) => {
      const { regexp } = json(".vscode/tasks.json").tasks[0].problemMatcher.pattern;
      const found = new RegExp(regexp).exec(line) ?? [];
      expect([found[1], found[2], found[3], found[4], found[6]]).toEqual([file, row, column, severity, id]);
    },
  );

  test.each(
    Object.entries(
      json(".vscode/handrail.code-snippets") as Record<string, { body: string[]; scope: string }>,
    ),
  )("the snippet %s writes a sound entry", (name, { body, scope }) => {
    // Between the `---` lines of MDX the editor takes the text for YAML, so that is where snippets must appear.
    expect(scope.split(",")).toContain("yaml");
    const entry = body.join("\n").replace(/\$\{\d+:([^}]*)\}/g, "$1");
    const required = "title: T\nsummary: S\noutcome: O\ntrigger: T\nowner: editor\n";
    const list = name.endsWith("uestion")
      ? `ask:\n${entry}\nsteps: [{ id: a, title: A }]`
      : `steps:\n${entry}`;
    expect(marksIn("process", `${required}${list}`)).toEqual([]);
  });
});

describe("settings of somebody else", () => {
  const merged = (path: string, text: string) =>
    editorFiles("processes", new Map([[path, text]])).files.get(path);

  test.each([
    [
      "comments, tabs and values stay",
      ".vscode/settings.json",
      '{\n\t// Ours.\n\t"editor.tabSize": 8,\n\t"[mdx]": { "editor.wordWrap": "off" },\n}\n',
    ],
    ["schemas of others stay", ".vscode/settings.json", '{ "yaml.schemas": { "./a.json": "a.yml" } }\n'],
    ["recommendations are added", ".vscode/extensions.json", '{\n  "recommendations": ["a.b"]\n}\n'],
    [
      "a task is added",
      ".vscode/tasks.json",
      '{\n  "version": "2.0.0",\n  "tasks": [{ "label": "Build" }]\n}\n',
    ],
  ])("%s", async (name, path, text) => {
    const once = merged(path, text) ?? "";
    await expect(once).toMatchFileSnapshot(`cases/${name.replaceAll(" ", "-")}.jsonc`);
    expect(merged(path, once)).toBe(once);
  });

  test.each([
    ["a schema of another kind", "schemas/process.schema.json", '{ "title": "A process of the kernel" }\n'],
    ["settings that are no JSON", ".vscode/settings.json", "{ a\n"],
    ["a list that is none", ".vscode/tasks.json", '{ "tasks": {} }'],
  ])("%s is left alone", (_name, path, text) => {
    const { files, foreign } = editorFiles("processes", new Map([[path, text]]));
    expect(foreign).toEqual([path]);
    expect(files.has(path)).toBe(false);
  });
});
