import { ruleName } from "./rule-template.ts";

/** The text of `core/rules/rules.ts` with one more rule: its import and its place in the list, both in order. */
export function listRule(list: string, id: string): string {
  const lines = list.split("\n");
  const isImport = (line: string) => line.startsWith("import ");
  const isName = (line: string) => /^ {2}[A-Za-z]+,$/.test(line);
  const imports = [...lines.filter(isImport), `import { ${ruleName(id)} } from "./${id}.ts";`];
  const names = [...lines.filter(isName), `  ${ruleName(id)},`];
  const rest = lines.filter((line) => !isImport(line) && !isName(line));
  return [
    ...sortBy(imports, (line) => /"\.\/(.*)\.ts"/.exec(line)?.[1] ?? ""),
    ...rest.flatMap((line) =>
      line.endsWith("= [") ? [line, ...sortBy(names, (name) => idOf(name))] : [line],
    ),
  ].join("\n");
}

function sortBy(lines: readonly string[], keyOf: (line: string) => string): string[] {
  return lines.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** `manySteps` is the rule `many-steps`. */
function idOf(name: string): string {
  return name.trim().replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
