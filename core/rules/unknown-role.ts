import { type Draft, idFrom, listOf, type ParsedProcess, type RoleShape } from "../definition/index.ts";
import { code, unexpectedWord } from "../message.ts";
import type { ContextRule, RuleContext } from "./rule.ts";
import { hasAllIds } from "./support/known-order.ts";
import { isRead } from "./support/misread.ts";
import { type RoleMention, roleMentions } from "./support/role-mentions.ts";

/** A role that roles.yml does not have. */
export const unknownRole: ContextRule = {
  id: "unknown-role",
  scope: "process-in-context",
  severity: "error",
  purpose: "Every role a process names stands in roles.yml.",
  why: "A role that is not in roles.yml has no people, so its steps would be assigned to nobody. Most often it is a typing error.",
  examples: [
    {
      title: "A misspelt role",
      wrong: { process: "steps:\n  - { id: draft, title: Write the draft, role: autor }" },
      at: "autor",
      right: { process: "steps:\n  - { id: draft, title: Write the draft, role: author }" },
    },
  ],
  check: (process, { roles, parsed }) => {
    // Where a list of roles or an id of a step is misread, what names it cannot be judged; that there is none is told once.
    if (!isRead(parsed.roles) || roles.size === 0) return [];
    const misread = new Set(parsed.roles.findings.map((finding) => idFrom(finding.misread ?? "")));
    const isJudged = ({ use }: RoleMention) => use !== "supplier" || hasAllIds(process);
    return roleMentions(process)
      .filter((mention) => !roles.has(mention.role) && !misread.has(mention.role) && isJudged(mention))
      .map(({ role, use, path, step }) => ({
        ...process.frontMatter.positionOf(path),
        message:
          use === "supplier"
            ? unknownSupplier(role, process, roles, step)
            : (askedPerson(role, process) ??
              unexpectedWord("role", role, [...roles.keys()], remedyFor(role, roles))),
      }));
  },
};

/** An input comes from a step of the process or from a role, so either may have been meant. */
function unknownSupplier(
  name: string,
  { draft }: ParsedProcess,
  roles: RuleContext["roles"],
  taker: number | undefined,
): string {
  const steps = (draft.steps ?? []).flatMap(({ id }, index) =>
    id === undefined || index === taker ? [] : [id],
  );
  return unexpectedWord(
    "step or role",
    name,
    [...steps, ...roles.keys()],
    remedyFor(name, roles, "name a step, or a role of roles.yml."),
  );
}

/** A question of the start form for a person is no role; what it asks for can be given for a role at each start. */
function askedPerson(name: string, { draft }: ParsedProcess): string | undefined {
  const question = (draft.ask ?? []).find(({ id, type }) => id === name && type === "person");
  return (
    question &&
    `${code(name)} is a question of the start form, expected a role of roles.yml; write the role whose work it is here, and \`role:\` with it in that question, so that whoever is named takes it.`
  );
}

/** Whoever names a person is told which role that person has. */
function remedyFor(
  name: string,
  roles: RuleContext["roles"],
  otherwise = "add it to roles.yml or fix the spelling.",
): string {
  const has = ([, { people, deputies }]: [string, Draft<RoleShape>]) =>
    [...listOf(people), ...listOf(deputies)].includes(name);
  const [role] = [...roles].find(has) ?? [];
  return role === undefined
    ? otherwise
    : `${code(name)} is a person, so write the role, such as ${code(role)}.`;
}
