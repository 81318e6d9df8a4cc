import { code, unexpectedWord } from "../message.ts";
import type { HandbookRule, Rule } from "./rule.ts";

/** A setting of a rule that the checker does not have, or that has no such setting. */
export const wrongRuleSetting: HandbookRule = {
  id: "wrong-rule-setting",
  scope: "handbook",
  severity: "error",
  isEssential: true,
  purpose: "`rules` of handbook.yml names rules of the checker, and gives them only settings they have.",
  why: "A misspelt rule stays as it was, although somebody believes they have changed it. Rules without which no process can be read at all cannot be switched off.",
  examples: [
    {
      title: "A misspelt rule",
      wrong: { handbook: "title: Handbook\nrules: { unused-rol: off }\n" },
      at: "unused-rol:",
      right: { handbook: "title: Handbook\nrules: { unused-role: off }\n" },
    },
    {
      title: "A limit for a rule that has none",
      wrong: { handbook: "title: Handbook\nrules: { unused-role: { most: 3 } }\n" },
      at: "unused-role:",
      right: { handbook: "title: Handbook\nrules: { many-steps: { severity: warning, most: 15 } }\n" },
    },
    {
      title: "A rule that cannot be switched off",
      wrong: { handbook: "title: Handbook\nrules: { yaml-syntax: off }\n" },
      at: "yaml-syntax:",
      right: { handbook: "title: Handbook\nrules: { vague-title: off }\n" },
    },
  ],
  check: ({ parsed: { config }, rules }) => {
    const byId = new Map(rules.map((rule) => [rule.id, rule]));
    return Object.entries(config.draft.rules ?? {}).flatMap(([id, setting]) => {
      const hasLimit = typeof setting === "object" && setting.most !== undefined;
      const message = reasonAgainst(id, hasLimit, byId);
      const place = { path: config.path, ...config.data.keyPositionOf(["rules", id]) };
      return message === undefined ? [] : [{ ...place, message }];
    });
  },
};

function reasonAgainst(id: string, hasLimit: boolean, rules: ReadonlyMap<string, Rule>): string | undefined {
  const rule = rules.get(id);
  if (!rule) {
    const remedy = "see the problems page of the handbook for all of them.";
    return unexpectedWord("rule", id, [...rules.keys()], remedy);
  }
  if (rule.isEssential)
    return `Rule ${code(id)} cannot be changed, since nothing can be made of a file that breaks it; take the line out.`;
  if (hasLimit && rule.most === undefined)
    return `Rule ${code(id)} has no limit, expected \`off\`, \`advice\`, \`warning\` or \`error\`; take \`most\` out.`;
  return undefined;
}
