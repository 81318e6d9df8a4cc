import type { DataPath, Draft, ProcessShape } from "../definition/index.ts";
import { code } from "../message.ts";
import type { ProcessRule } from "./rule.ts";

/** A tag of HTML, or a comment: the beginning of one is enough. */
const markup = /<(?:[a-z][\w-]*[\s>/]|\/[a-z]|!--)/i;

/** Markup in a short text of the front matter. */
export const markupInText: ProcessRule = {
  id: "markup-in-text",
  scope: "process",
  severity: "warning",
  purpose: "Titles and other short texts of the front matter are words, without HTML.",
  why: "They stand in lists, calendars, issue titles and tables, where each sign is shown as it is: people would read `<b>`, not bold words. Somebody who puts a script there means no good.",
  examples: [
    {
      title: "A bold word in a title",
      wrong: {
        process: "steps:\n  - { id: draft, title: Write the <b>draft</b>, role: author }",
        body: "## Write the \\<b>draft\\</b>\n\nDo it well.\n",
      },
      at: "Write the <b>",
      right: { process: "steps:\n  - { id: draft, title: Write the draft, role: author }" },
    },
  ],
  check: ({ draft, frontMatter }) =>
    shortTexts(draft).flatMap(({ path, text }) => {
      if (text === undefined || !markup.test(text)) return [];
      const message = `Unexpected HTML in ${code(text)}, expected words; take the tags out.`;
      return [{ ...frontMatter.positionOf(path), message }];
    }),
};

interface ShortText {
  readonly path: DataPath;
  readonly text: string | undefined;
}

function shortTexts({
  title,
  summary,
  outcome,
  trigger,
  anchor,
  ask,
  steps,
}: Draft<ProcessShape>): ShortText[] {
  return [
    ...Object.entries({ title, summary, outcome, trigger, anchor }).map(([key, text]) => ({
      path: [key],
      text,
    })),
    ...(ask ?? []).map(({ label }, index) => ({ path: ["ask", index, "label"], text: label })),
    ...(steps ?? []).flatMap(({ title: step, phase }, index) => [
      { path: ["steps", index, "title"], text: step },
      { path: ["steps", index, "phase"], text: phase },
    ]),
  ];
}
