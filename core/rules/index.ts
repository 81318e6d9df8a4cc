export { checkHandbook } from "./check-handbook.ts";
export { exampleHandbook } from "./example-handbook.ts";
export { type RoleMention, type RoleUse, roleMentions } from "./role-mentions.ts";
export type { ExampleFiles, Rule, RuleExample } from "./rule.ts";
export { rules } from "./rules.ts";
