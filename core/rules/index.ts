export { checkHandbook } from "./check-handbook.ts";
export type {
  BrokenDiagram,
  ExampleFiles,
  HandbookFacts,
  Rule,
  RuleExample,
  UnreadEntry,
} from "./rule.ts";
export { rules } from "./rules.ts";
export { exampleHandbook } from "./support/example-handbook.ts";
export { type RoleMention, type RoleUse, roleMentions } from "./support/role-mentions.ts";
