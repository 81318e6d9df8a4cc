import type { ParsedHandbook } from "../../definition/index.ts";
import type { Severity } from "../../problem.ts";
import type { Rule } from "../rule.ts";

/** How a rule is applied in one handbook. */
export interface RuleSetting {
  readonly severity: Severity | "off";
  /** The rule's limit; 0 for a rule that has none. */
  readonly most: number;
}

/** What `rules` of handbook.yml makes of a rule; the rule's own severity and limit where it says nothing. */
export function ruleSettingOf(rule: Rule, { config }: ParsedHandbook): RuleSetting {
  const own = { severity: rule.severity, most: rule.most ?? 0 };
  const written = rule.isEssential ? undefined : config.draft.rules?.[rule.id];
  if (written === undefined) return own;
  if (typeof written === "string") return { ...own, severity: written };
  return { severity: written.severity ?? own.severity, most: written.most ?? own.most };
}
