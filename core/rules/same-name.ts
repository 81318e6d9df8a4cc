import { code } from "../message.ts";
import type { HandbookRule } from "./rule.ts";

/** Two people whom nobody can tell apart by what is shown of them. */
export const sameName: HandbookRule = {
  id: "same-name",
  scope: "handbook",
  severity: "warning",
  purpose: "Everyone in people.yml has a name of their own, which is nobody else's login either.",
  why: "Pages and the status of a run show names: where two people share one, nobody can tell who has a step or has approved it, and one could pass for the other.",
  examples: [
    {
      title: "Two people with one name",
      wrong: { people: "demo-jonas: { name: Jonas Wyss }\ndemo-ben: { name: jonas  wyss }\n" },
      at: "jonas  wyss",
      right: { people: "demo-jonas: { name: Jonas Wyss }\ndemo-ben: { name: Jonas Wyss (Print) }\n" },
    },
    {
      title: "The login of somebody else as a name",
      wrong: { people: "demo-jonas: { name: demo-lena }\ndemo-lena: { timeZone: Europe/Zurich }\n" },
      at: "demo-lena }",
      right: { people: "demo-jonas: { name: Jonas Wyss }\ndemo-lena: { timeZone: Europe/Zurich }\n" },
    },
  ],
  check: ({ roles, parsed }) => {
    const { path, data, draft } = parsed.people;
    const inRoles = [...roles.values()].flatMap(({ people = [], deputies = [] }) =>
      [people, deputies].flat(),
    );
    const logins = new Set([...draft.keys(), ...inRoles]);
    /** Who is shown by a text, the first who is. */
    const shownBy = new Map<string, string>();
    for (const login of logins) if (!shownBy.has(plain(login))) shownBy.set(plain(login), login);
    return [...draft].flatMap(([login, { name }]) => {
      if (name === undefined) return [];
      const other = shownBy.get(plain(name));
      if (other === undefined) shownBy.set(plain(name), login);
      if (other === undefined || plain(other) === plain(login)) return [];
      const message = `${code(login)} is called ${code(name)}, as ${code(other)} is; add to one of the names what tells them apart, such as a department.`;
      return [{ path, ...data.positionOf([login, "name"]), message }];
    });
  },
};

/** A text without what people do not see at first sight: how letters are made up, capitals, blanks. */
function plain(words: string): string {
  return words.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean).join(" ");
}
