import { code } from "../message.ts";
import type { ProcessRule } from "./rule.ts";

const vagueWords = new Set(
  `check do handle prepare finalise finalize finish follow organise organize manage work start review update fix deal
  make continue stuff thing things it this that everything anything something all misc miscellaneous various other
  others rest etc task tasks todo to-do tbd step activity item items final last next`.split(/\s+/),
);
const fillers = new Set("the a an and or on of with up for to some any my our".split(" "));

/** A title that could stand above anything. */
export const vagueTitle: ProcessRule = {
  id: "vague-title",
  scope: "process",
  severity: "advice",
  purpose: "The title of a process or step says what is done, and to what.",
  why: "People meet the title alone: in a list, a calendar, a reminder. “Check things” tells them nothing; “Check every link of the page” tells them enough to begin.",
  examples: [
    {
      title: "A title without a thing",
      wrong: { process: "steps:\n  - { id: check, title: Check things, role: author }" },
      at: "Check things",
      right: { process: "steps:\n  - { id: check, title: Check every link, role: author }" },
    },
    {
      title: "A process about everything",
      wrong: { process: "title: Stuff" },
      at: "Stuff",
      right: { process: "title: Answer a complaint" },
    },
  ],
  check: ({ draft, frontMatter }) => {
    const titles = [
      { title: draft.title, path: ["title"], example: "Publish a blog post" },
      ...(draft.steps ?? []).map(({ title }, index) => ({
        title,
        path: ["steps", index, "title"],
        example: "Check every link",
      })),
    ];
    return titles.flatMap(({ title, path, example }) =>
      title === undefined || !isVague(title)
        ? []
        : [
            {
              ...frontMatter.positionOf(path),
              message: `${code(title)} could stand above anything, expected what is done, and to what, such as ${code(example)}; name the thing.`,
            },
          ],
    );
  },
};

function isVague(title: string): boolean {
  const words = title.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
  const telling = words.filter((word) => !fillers.has(word));
  return telling.every((word) => vagueWords.has(word));
}
