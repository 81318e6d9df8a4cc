import { type ExampleFiles, exampleHandbook, type Rule, rules } from "../../core/rules/index.ts";

/** A text of an example: which file it is, and what stands in it. */
export interface ExampleText {
  readonly file: string;
  readonly text: string;
}

/** One example of a problem, wrong and mended. */
export interface ProblemExample {
  readonly title: string;
  readonly wrong: ExampleText;
  readonly right: ExampleText;
}

/** What the page of a problem shows. */
export interface ProblemPage {
  readonly id: string;
  readonly severity: Rule["severity"];
  readonly purpose: string;
  readonly why: string;
  readonly examples: readonly ProblemExample[];
}

/** Every problem the checker knows, by id. */
export function problemPages(): ProblemPage[] {
  return rules.map(({ id, severity, purpose, why, examples }) => ({
    id,
    severity,
    purpose,
    why,
    examples: examples.map(({ title, wrong, right }) => ({
      title,
      wrong: exampleText(wrong),
      right: exampleText(right),
    })),
  }));
}

/** The part of an example that matters: what it writes itself, not what was filled in around it. */
function exampleText(example: ExampleFiles): ExampleText {
  const file = example.path ?? "content/example.mdx";
  if (example.file !== undefined) return { file, text: example.file };
  if (example.roles !== undefined && example.process === undefined && example.body === undefined)
    return { file: "roles.yml", text: example.roles };
  if (example.handbook !== undefined && example.process === undefined && example.body === undefined)
    return { file: "handbook.yml", text: example.handbook };
  if (example.absences !== undefined && example.process === undefined && example.body === undefined)
    return { file: "absences.yml", text: example.absences };
  if (example.people !== undefined && example.process === undefined && example.body === undefined)
    return { file: "people.yml", text: example.people };
  if (example.process !== undefined && example.body !== undefined)
    return { file, text: `---\n${example.process}\n---\n\n${example.body}` };
  if (example.process !== undefined) return { file, text: example.process };
  if (example.body !== undefined) return { file, text: example.body };
  return { file, text: exampleHandbook(example).get(file) ?? "" };
}
