import { textOfScalar } from "./field-kinds.ts";

/** A test on the answer to a start form field, or on the outcome of a decision. */
export interface Condition {
  /** Id of the field or of the decision step. */
  readonly subject: string;
  readonly test: ConditionTest;
}

export type ConditionTest =
  | { readonly kind: "any-of"; readonly values: readonly string[] }
  | { readonly kind: "none-of"; readonly values: readonly string[] }
  | { readonly kind: "compare"; readonly operator: ">=" | "<=" | ">" | "<"; readonly value: number };

type Scalar = string | number | boolean;

/** A condition's value as `when:` writes it. */
export type WrittenCondition =
  | Scalar
  | readonly Scalar[]
  | { readonly not?: Scalar | readonly Scalar[] | undefined };

/** Reads one entry of `when:`. */
export function readCondition(subject: string, written: WrittenCondition): Condition {
  if (typeof written === "string") {
    const comparison = /^(>=|<=|>|<)\s*(-?\d+(?:\.\d+)?)$/.exec(written);
    if (comparison) {
      const operator = comparison[1] as ">=" | "<=" | ">" | "<";
      return { subject, test: { kind: "compare", operator, value: Number(comparison[2]) } };
    }
  }
  if (typeof written === "object" && !isList(written)) {
    return { subject, test: { kind: "none-of", values: textsOf(written.not ?? []) } };
  }
  return { subject, test: { kind: "any-of", values: textsOf(written) } };
}

/**
 * Whether a condition holds for the answers known so far. An answer that is not known yet gives `unknown`;
 * so does a comparison with an answer that is no number.
 */
export function evaluateCondition(
  condition: Condition,
  answers: ReadonlyMap<string, string>,
): "holds" | "fails" | "unknown" {
  const answer = answers.get(condition.subject);
  if (answer === undefined || answer === "") return "unknown";
  const { test } = condition;
  if (test.kind === "compare") {
    const number = Number(answer);
    return Number.isNaN(number) ? "unknown" : compare(number, test.operator, test.value) ? "holds" : "fails";
  }
  const isListed = test.values.some((value) => value.toLowerCase() === answer.toLowerCase());
  return isListed === (test.kind === "any-of") ? "holds" : "fails";
}

function compare(left: number, operator: ">=" | "<=" | ">" | "<", right: number): boolean {
  switch (operator) {
    case ">=":
      return left >= right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case "<":
      return left < right;
  }
}

function textsOf(value: Scalar | readonly Scalar[]): string[] {
  return (isList(value) ? value : [value]).map(textOfScalar);
}

function isList(value: unknown): value is readonly Scalar[] {
  return Array.isArray(value);
}
