import type { VisibleIssue } from "./visible.ts";

/** Something that is not as it would have been without faults. */
export interface Violation {
  readonly kind: ViolationKind;
  readonly where: string;
  readonly expected: string;
  readonly found: string;
}

export type ViolationKind =
  | "missing issue"
  | "superfluous issue"
  | "said twice"
  | "left unsaid"
  | "said otherwise"
  | "state"
  | "labels"
  | "assignees"
  | "title"
  | "body"
  | "place"
  | "not at rest"
  | "sweep failed"
  | "defect";

/** How far a life under faults may differ from the calm one. */
export interface Allowance {
  /** Doubled issues that were closed and taken off the run again. */
  readonly healedTwins: boolean;
}

/** What differs, and how many doubled issues were healed. */
export function compare(
  calm: readonly VisibleIssue[],
  found: readonly VisibleIssue[],
  { healedTwins }: Allowance,
): { readonly violations: readonly Violation[]; readonly twins: number } {
  const violations: Violation[] = [];
  let twins = 0;
  for (const title of new Set([...calm, ...found].map((issue) => issue.title))) {
    const wanted = calm.filter((issue) => issue.title === title);
    const all = found.filter((issue) => issue.title === title);
    const there = healedTwins && all.length > wanted.length ? withoutTwins(all, wanted) : all;
    twins += all.length - there.length;
    for (let index = 0; index < Math.max(wanted.length, there.length); index += 1)
      violations.push(...compareIssue(title, wanted[index], there[index]));
  }
  return { violations, twins };
}

/** Of issues that could be healed twins, those that are as one should be count as that one. */
function withoutTwins(
  issues: readonly VisibleIssue[],
  wanted: readonly VisibleIssue[],
): readonly VisibleIssue[] {
  const isAsOne = (issue: VisibleIssue) =>
    wanted.some((one) => compareIssue(issue.title, one, issue).length === 0);
  const closed = issues.filter(({ state, parent }) => state !== "open" && parent === null);
  const likely = [...closed.filter(isAsOne), ...closed.filter((issue) => !isAsOne(issue))];
  const healed = likely.slice(-(issues.length - wanted.length));
  return issues.filter((issue) => !healed.includes(issue));
}

function compareIssue(
  where: string,
  wanted: VisibleIssue | undefined,
  found: VisibleIssue | undefined,
): Violation[] {
  if (!found) return [{ kind: "missing issue", where, expected: where, found: "" }];
  if (!wanted) return [{ kind: "superfluous issue", where, expected: "", found: where }];
  const field = (kind: ViolationKind, expected: unknown, actual: unknown): Violation[] => {
    const [a, b] = [JSON.stringify(expected), JSON.stringify(actual)];
    return a === b ? [] : [{ kind, where, expected: a, found: b }];
  };
  return [
    ...field("state", wanted.state, found.state),
    ...field("labels", wanted.labels, found.labels),
    ...field("assignees", wanted.assignees, found.assignees),
    ...field("place", [wanted.parent, wanted.blockedBy], [found.parent, found.blockedBy]),
    ...(wanted.body === found.body
      ? []
      : [{ kind: "body" as const, where, expected: wanted.body, found: found.body }]),
    ...compareComments(where, wanted.comments, found.comments),
  ];
}

function compareComments(where: string, wanted: readonly string[], found: readonly string[]): Violation[] {
  const missing = surplusOf(wanted, found);
  const extra = surplusOf(found, wanted);
  const twice = extra.filter((text) => wanted.includes(text));
  const other = extra.filter((text) => !wanted.includes(text));
  return [
    ...twice.map((text): Violation => ({ kind: "said twice", where, expected: "", found: text })),
    ...other.map(
      (text, index): Violation => ({
        kind: "said otherwise",
        where,
        expected: missing[index] ?? "",
        found: text,
      }),
    ),
    ...missing
      .slice(other.length)
      .map((text): Violation => ({ kind: "left unsaid", where, expected: text, found: "" })),
  ];
}

/** What is in the first list more often than in the second. */
function surplusOf(first: readonly string[], second: readonly string[]): string[] {
  const rest = [...second];
  return first.filter((text) => {
    const at = rest.indexOf(text);
    if (at < 0) return true;
    rest.splice(at, 1);
    return false;
  });
}
