import { listOf } from "../definition/index.ts";
import { code } from "../message.ts";
import type { HandbookRule } from "./rule.ts";

/** A role outside the team that names people of the team. */
export const outsideWithPeople: HandbookRule = {
  id: "outside-with-people",
  scope: "handbook",
  severity: "warning",
  purpose: "A role with `outside: true` has neither `people:` nor `deputies:`.",
  why: "Nobody can assign a step to somebody outside: whoever answers for the step is reminded in their place. A login there says the contrary, and one of the two is a mistake.",
  examples: [
    {
      title: "A print shop with a colleague's login",
      wrong: {
        roles:
          "author: { title: Author, people: [demo-jonas, demo-ben] }\neditor: { title: Editor, people: [demo-lena, demo-sofia] }\nprinter: { title: Print shop, outside: true, people: demo-ben }\n",
        process: "steps:\n  - { id: print, title: Print it, role: printer }\n",
      },
      at: "people: demo-ben",
      right: {
        roles:
          "author: { title: Author, people: [demo-jonas, demo-ben] }\neditor: { title: Editor, people: [demo-lena, demo-sofia] }\nprinter: { title: Print shop, outside: true }\n",
        process: "steps:\n  - { id: print, title: Print it, role: printer }\n",
      },
    },
  ],
  check: ({ roles, parsed: { roles: file } }) =>
    [...roles].flatMap(([id, role]) => {
      if (role.outside !== true) return [];
      const key = (["people", "deputies"] as const).find((name) => listOf(role[name]).length > 0);
      if (key === undefined) return [];
      return [
        {
          path: file.path,
          ...file.data.keyPositionOf([id, key]),
          message: `The role ${code(id)} is outside the team and names ${listOf(role[key])
            .map((login) => code(login))
            .join(", ")}, expected one or the other; take out \`${key}:\`, or \`outside: true\`.`,
        },
      ];
    }),
};
