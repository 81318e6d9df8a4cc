import type { Condition } from "../definition/index.ts";

const comparisons = { ">=": "at least", "<=": "at most", ">": "more than", "<": "less than" } as const;

/**
 * A condition as a reader says it: `“Build or buy?” is build`, `“Budget” is at least 10000`. `name` is what its
 * subject is called: the label of the question, or the title of the decision.
 */
export function condition({ test }: Condition, name: string): string {
  switch (test.kind) {
    case "any-of":
      return `“${name}” is ${test.values.join(" or ")}`;
    case "none-of":
      return `“${name}” is not ${test.values.join(" or ")}`;
    case "filled":
      return test.isFilled ? `“${name}” is filled in` : `“${name}” is left empty`;
    case "compare":
      return `“${name}” is ${comparisons[test.operator]} ${test.value}`;
  }
}
