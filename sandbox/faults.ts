/**
 * What goes wrong. "before": nothing happened at GitHub; "after": it happened, and the answer is lost. "partial": some fields of
 * a mutation fail and the others are carried out. "lag": a read shows GitHub as it was some writes ago; "lag-lists": all is
 * current but for lists of sub-issues and comments, which miss what is newer.
 */
export type FaultEffect =
  | "status-before"
  | "status-after"
  | "drop-before"
  | "drop-after"
  | "delay"
  | "graphql-rate-limit"
  | "partial"
  | "resource-limited"
  | "lag"
  | "lag-lists"
  | "lose"
  | "duplicate"
  | "reorder";

/**
 * One fault: the requests (or webhooks) it waits for, and what happens to them. A key that is left out matches
 * everything. `lose`, `duplicate`, `reorder`, and `delay` with kind "webhook", are for deliveries.
 */
export interface FaultRule {
  readonly kind?: "rest" | "graphql" | "webhook" | undefined;
  readonly method?: string | undefined;
  /** `*` stands for anything. */
  readonly path?: string | undefined;
  /** An operation id, a GraphQL field, or for webhooks an event such as "issues" or "issues.opened". */
  readonly operation?: string | undefined;
  readonly write?: boolean | undefined;
  readonly actor?: string | undefined;
  /** The first matching request it applies to, counted from 1 since the rule was added. Default 1. */
  readonly nth?: number | undefined;
  /** How many matching requests from there on. Default 1; null for all. */
  readonly times?: number | null | undefined;
  readonly effect: FaultEffect;
  /** For the status effects; default 502. */
  readonly status?: number | undefined;
  readonly message?: string | undefined;
  /** Seconds, for the header `retry-after`. */
  readonly retryAfter?: number | undefined;
  readonly delayMs?: number | undefined;
  /** Seconds until the limit of requests is renewed: the answer then says that none is left. */
  readonly resetAfter?: number | undefined;
  /** For `partial`: the fields of a mutation that fail, counted from 1; those after them are carried out. Default 1. */
  readonly fields?: readonly number[] | undefined;
  /** For `resource-limited`: how many fields are answered before GitHub has had enough. Default 20. */
  readonly budget?: number | undefined;
  /** For `lag` and `lag-lists`: how many writes the read is behind, at most as many as were made since the rule was added. Default 1. */
  readonly writes?: number | undefined;
}

/** What a rule is compared with. */
export interface FaultTarget {
  readonly kind: "rest" | "graphql" | "webhook";
  readonly method: string;
  readonly path: string;
  readonly operation: string;
  readonly write: boolean;
  readonly actor: string;
}

export interface Faults {
  readonly add: (rules: readonly FaultRule[]) => void;
  readonly clear: () => void;
  /** Whether reads may be asked to lag from now on, so that what was has to be remembered. */
  readonly mayLag: () => boolean;
  /** The rules that strike this target now, in the order they were added; each is counted as used. */
  readonly strike: (target: FaultTarget) => readonly FaultRule[];
}

export function createFaults(): Faults {
  let armed: { rule: FaultRule; seen: number }[] = [];
  return {
    add: (rules) => void armed.push(...rules.map((rule) => ({ rule, seen: 0 }))),
    clear: () => {
      armed = [];
    },
    mayLag: () => armed.some(({ rule }) => isLag(rule.effect)),
    strike: (target) =>
      armed
        .filter((entry) => {
          if (!matches(entry.rule, target)) return false;
          entry.seen += 1;
          const { nth = 1, times = 1 } = entry.rule;
          return entry.seen >= nth && (times === null || entry.seen < nth + times);
        })
        .map(({ rule }) => rule),
  };
}

const webhookEffects: readonly FaultEffect[] = ["lose", "duplicate", "reorder"];

const isLag = (effect: FaultEffect): boolean => effect === "lag" || effect === "lag-lists";

function matches(rule: FaultRule, target: FaultTarget): boolean {
  if (isLag(rule.effect) && target.write) return false;
  const kind = rule.kind ?? (webhookEffects.includes(rule.effect) ? "webhook" : undefined);
  if (kind === undefined ? target.kind === "webhook" : kind !== target.kind) return false;
  if (rule.method !== undefined && rule.method.toUpperCase() !== target.method) return false;
  if (rule.write !== undefined && rule.write !== target.write) return false;
  if (rule.actor !== undefined && rule.actor !== target.actor) return false;
  if (rule.path !== undefined && !matchesPath(rule.path, target.path)) return false;
  return rule.operation === undefined || matchesOperation(rule.operation, target.operation);
}

function matchesPath(pattern: string, path: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  const [bare = ""] = path.split("?");
  if (!bare.startsWith(first)) return false;
  let at = first.length;
  for (const [index, part] of rest.entries()) {
    const isLast = index === rest.length - 1;
    const found = isLast && part !== "" ? bare.length - part.length : bare.indexOf(part, at);
    if (found < at || !bare.startsWith(part, found)) return false;
    at = isLast && part === "" ? bare.length : found + part.length;
  }
  return at === bare.length;
}

const matchesOperation = (wanted: string, operation: string): boolean =>
  operation === wanted || operation.split(",").includes(wanted) || operation.split(".")[0] === wanted;
