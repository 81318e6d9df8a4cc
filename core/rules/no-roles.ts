import { code } from "../message.ts";
import { count, listInWords } from "../text/index.ts";
import type { HandbookRule } from "./rule.ts";
import { isRead } from "./support/misread.ts";
import { roleMentions } from "./support/role-mentions.ts";

/** Processes that name roles, in a handbook that has none. */
export const noRoles: HandbookRule = {
  id: "no-roles",
  scope: "handbook",
  severity: "error",
  purpose: "A handbook whose processes name roles has a `roles.yml`.",
  why: "A process says which role does a step; who that is today stands in roles.yml, so that nobody has to rewrite a process when somebody leaves. Without it, nobody can be asked to do anything.",
  examples: [
    {
      title: "A roles.yml that is missing or empty",
      wrong: { roles: "# To be written.\n" },
      at: "# To be written.",
      right: {
        roles:
          "author: { title: Author, people: [demo-jonas], deputies: [demo-ben] }\neditor: { title: Editor, people: [demo-lena], deputies: [demo-sofia] }\n",
      },
    },
  ],
  check: ({ parsed, roles }) => {
    const { path } = parsed.roles;
    // One under almost the right name is told of as a file that has to be renamed.
    if (roles.size > 0 || !isRead(parsed.roles) || parsed.misplaced.some(isNearlyRoles)) return [];
    const named = new Set(
      parsed.processes
        .flatMap((process) => roleMentions(process))
        .filter(({ use }) => use !== "supplier")
        .map(({ role }) => role),
    );
    if (named.size === 0) return [];
    const shown = [...named].slice(0, 3).map((role) => code(role));
    const which = named.size > shown.length ? `, such as ${listInWords(shown)}` : ` ${listInWords(shown)}`;
    const message = `There is no role in \`${path}\`, or no such file, expected the ${count(named.size, "role")} that processes name${which}, with who holds them; \`npx handrail init\` writes a \`${path}\` where there is none.`;
    return [{ path, line: 1, column: 1, message }];
  },
};

const isNearlyRoles = (path: string) => /(?:^|\/)roles\.ya?ml$/i.test(path);
