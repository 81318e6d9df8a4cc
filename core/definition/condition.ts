import { textOfScalar } from "./field-kinds.ts";

/** A test on the answer to a start form field, on the outcome of a decision, or on a value that a step collects. */
export interface Condition {
  /** Id of the field, of the decision step, or of the collected value. */
  readonly subject: string;
  readonly test: ConditionTest;
}

export type ConditionTest =
  | { readonly kind: "any-of"; readonly values: readonly string[] }
  | { readonly kind: "none-of"; readonly values: readonly string[] }
  /** Whether anything was answered at all, or nothing. */
  | { readonly kind: "filled"; readonly isFilled: boolean }
  | { readonly kind: "compare"; readonly operator: ">=" | "<=" | ">" | "<"; readonly value: number };

type Scalar = string | number | boolean;

/** A condition's value as `when:` writes it. */
export type WrittenCondition =
  | Scalar
  | readonly Scalar[]
  | { readonly not?: Scalar | readonly Scalar[] | undefined };

const filled = "filled";

/**
 * Reads one entry of `when:`. `answers` are those there can be; `filled` asks whether there is any, unless it is one of them.
 */
export function readCondition(
  subject: string,
  written: WrittenCondition,
  answers: readonly string[] = [],
): Condition {
  const isOwnAnswer = answers.some((answer) => answer.toLowerCase() === filled);
  if (written === filled && !isOwnAnswer) return { subject, test: { kind: "filled", isFilled: true } };
  if (typeof written === "string") {
    const comparison = /^(>=|<=|>|<)\s*(-?\d+(?:\.\d+)?)$/.exec(written);
    if (comparison) {
      const operator = comparison[1] as ">=" | "<=" | ">" | "<";
      return { subject, test: { kind: "compare", operator, value: Number(comparison[2]) } };
    }
  }
  if (typeof written === "object" && !isList(written)) {
    if (written.not === filled && !isOwnAnswer) return { subject, test: { kind: "filled", isFilled: false } };
    return { subject, test: { kind: "none-of", values: textsOf(written.not ?? []) } };
  }
  return { subject, test: { kind: "any-of", values: textsOf(written) } };
}

/**
 * Whether a condition holds for the answers known so far. An answer that is not known yet gives `unknown`;
 * so does a comparison with an answer that is no number. An empty answer is known for whether something was filled in, and
 * unknown for everything else. Where the answer may still change because more will be added to it, or another be given in its place,
 * only what that leaves as it is counts: that something was filled in, and that an amount is reached.
 */
export function evaluateCondition(
  condition: Condition,
  answers: ReadonlyMap<string, string>,
  mayChange = false,
): ConditionOutcome {
  const outcome = outcomeNow(condition, answers);
  const { test, subject } = condition;
  const isSettled =
    !mayChange ||
    (test.kind === "filled" && (answers.get(subject) ?? "") !== "") ||
    (test.kind === "compare" && test.operator.startsWith(">") && outcome === "holds");
  return isSettled ? outcome : "unknown";
}

export type ConditionOutcome = "holds" | "fails" | "unknown";

function outcomeNow(condition: Condition, answers: ReadonlyMap<string, string>): ConditionOutcome {
  const answer = answers.get(condition.subject);
  const { test } = condition;
  if (test.kind === "filled" && answer !== undefined)
    return (answer !== "") === test.isFilled ? "holds" : "fails";
  if (answer === undefined || answer === "" || test.kind === "filled") return "unknown";
  if (test.kind === "compare") {
    const number = Number(amountIn(answer));
    return Number.isNaN(number) ? "unknown" : compare(number, test.operator, test.value) ? "holds" : "fails";
  }
  const isListed = test.values.some((value) => value.toLowerCase() === answer.toLowerCase());
  return isListed === (test.kind === "any-of") ? "holds" : "fails";
}

/** An amount of money without its currency, as the step that collects it has noted it: `1200.50 CHF`. */
function amountIn(answer: string): string {
  return answer.replace(/ [A-Z]{3}$/, "");
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
