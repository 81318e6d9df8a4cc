import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { editorSchemas, fieldReference, parseHandbook } from "../../../core/definition/index.ts";
import { checkHandbook } from "../../../core/rules/index.ts";

const tables = fieldReference();
const rows = tables.flatMap(({ id, fields }) => fields.map((field) => ({ table: id, ...field })));

/** Keys of an object anywhere in a JSON Schema. */
function keysIn(schema: unknown, found = new Set<string>()): Set<string> {
  if (typeof schema !== "object" || schema === null) return found;
  for (const [key, value] of Object.entries(schema)) {
    if (key === "properties") for (const name of Object.keys(value)) found.add(name);
    keysIn(value, found);
  }
  return found;
}

test("every key an editor knows is in the reference", () => {
  const keys = [...keysIn(Object.values(editorSchemas()))];
  const told = new Set([...rows.map(({ key }) => key), "not", "severity", "most"]);
  expect(keys.filter((key) => !told.has(key))).toEqual([]);
});

describe.each(rows)("$table: $key", ({ table, key, meaning, expected, example }) => {
  test("says what it means and what may stand there", () => {
    expect(meaning).toMatch(/[.:].*|\.$/);
    expect(meaning.length).toBeGreaterThan(10);
    expect(expected).not.toBe("");
  });

  test("has an example that fits", () => {
    expect(example).not.toBe("");
    const line = `${key}: ${example}`;
    expect(parse(line)).toHaveProperty(key);
    const files: Record<string, [path: string, text: string]> = {
      process: ["content/a.mdx", `---\n${line}\n---\n`],
      step: ["content/a.mdx", `---\nsteps:\n  - ${line}\n---\n`],
      input: ["content/a.mdx", `---\nsteps:\n  - input:\n      - ${line}\n---\n`],
      ask: ["content/a.mdx", `---\nask:\n  - ${line}\n---\n`],
      role: ["roles.yml", `author:\n  ${line}\n`],
      absences: ["absences.yml", `demo-jonas: ${example}\n`],
      person: ["people.yml", `demo-jonas:\n  ${line}\n`],
      "own-calendar": ["people.yml", `demo-jonas:\n  calendar:\n    ${line}\n`],
      handbook: ["handbook.yml", `${line}\n`],
      calendar: ["handbook.yml", `calendar:\n  ${line}\n`],
    };
    const found = checkHandbook(
      parseHandbook(new Map([["handbook.yml", "title: H\n"], files[table] ?? ["", ""]])),
    );
    const reading = /^(?:wrong-(?:value|type|unit)|unknown-field|yaml-.*|duplicate-key)$/;
    expect(found.filter(({ problemId }) => reading.test(problemId))).toEqual([]);
  });
});
