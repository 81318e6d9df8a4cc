import type { Condition, ProcessDefinition } from "../../core/definition/index.ts";

const comparisons = { ">=": "at least", "<=": "at most", ">": "more than", "<": "less than" } as const;

/** A condition as a reader says it: `“Build or buy?” is build`, `Budget is at least 10000`. */
export function conditionInWords({ subject, test }: Condition, definition: ProcessDefinition): string {
  const name = subjectName(subject, definition);
  switch (test.kind) {
    case "any-of":
      return `${name} is ${test.values.join(" or ")}`;
    case "none-of":
      return `${name} is not ${test.values.join(" or ")}`;
    case "compare":
      return `${name} is ${comparisons[test.operator]} ${test.value}`;
  }
}

function subjectName(subject: string, definition: ProcessDefinition): string {
  const field = definition.ask.find(({ id }) => id === subject);
  const step = definition.steps.find(({ id }) => id === subject);
  return `“${field?.label ?? step?.title ?? subject}”`;
}
