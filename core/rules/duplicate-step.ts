import type { ProcessRule } from "./rule.ts";

/** Two steps with one id. */
export const duplicateStep: ProcessRule = {
  id: "duplicate-step",
  scope: "process",
  severity: "error",
  isEssential: true,
  purpose: "Every step of a process has an id of its own, and a title of its own.",
  why: "Other steps, running issues and links refer to a step by its id, and its instructions are found by its title. When two steps share one, nobody can tell which is meant.",
  examples: [
    {
      title: "Two steps are called draft",
      wrong: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author }
  - { id: draft, title: Improve the draft, role: editor }`,
      },
      at: "draft, title: Improve",
      right: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author }
  - { id: improve, title: Improve the draft, role: editor }`,
      },
    },
    {
      title: "Two steps have the same title",
      wrong: {
        process: `steps:
  - { id: draft, title: Write, role: author }
  - { id: final, title: Write, role: editor }`,
      },
      at: "Write, role: editor",
      right: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author }
  - { id: final, title: Write the final text, role: editor }`,
      },
    },
  ],
  check: ({ path, draft, frontMatter }) => {
    const first = new Map<string, number>();
    return (draft.steps ?? []).flatMap((step, index) =>
      (["id", "title"] as const).flatMap((key) => {
        const value = step[key];
        if (value === undefined) return [];
        const earlier = first.get(`${key} ${value}`);
        if (earlier === undefined) {
          first.set(`${key} ${value}`, index);
          return [];
        }
        const other = frontMatter.positionOf(["steps", earlier, key]);
        return [
          {
            ...frontMatter.positionOf(["steps", index, key]),
            message: `Step ${key} \`${value}\` stands here a second time, first on line ${other.line}; give one of the two steps another ${key}.`,
            related: { path, ...other },
          },
        ];
      }),
    );
  },
};
