import { answerPlaces, findSection, listOf, type ParsedProcess } from "../definition/index.ts";
import { code, nearest, unexpectedWord } from "../message.ts";
import type { HandbookFinding, HandbookRule, RuleFinding } from "./rule.ts";
import { isMisreadAt } from "./support/misread.ts";

const itemInBody =
  "`item` stands only in the title, input and output of a step with `each`, expected plain words in its instructions; write “them” or “it”: the title of each issue names the item.";
const remedy = "add the question to `ask`, or write plain words.";

/** A text with a place for an answer that nobody is asked for. */
export const unknownAnswer: HandbookRule = {
  id: "unknown-answer",
  scope: "handbook",
  severity: "error",
  purpose:
    '`{field}` in the title, input or output of a step, and `<Answer field="…" />` in its instructions, name a question of the start form, or a value that a step collects.',
  why: "The answer stands in their place in every run. To a question that nobody is asked there is none, and people would read the brackets.",
  examples: [
    {
      title: "A misspelt field in a title",
      wrong: {
        process: `ask:
  - { id: version, label: Version, required: true }
steps:
  - { id: publish, title: "Publish {verison}", role: author }`,
        body: "## Publish {verison}\n\nPress the button.\n",
      },
      at: '"Publish {verison}"',
      right: {
        process: `ask:
  - { id: version, label: Version, required: true }
steps:
  - { id: publish, title: "Publish {version}", role: author }`,
        body: "## Publish {version}\n\nPress the button.\n",
      },
    },
    {
      title: "An answer in the instructions that nobody gives",
      wrong: {
        process: "steps:\n  - { id: publish, title: Publish it, role: author }",
        body: '## Publish it\n\nWrite <Answer field="version" /> into the heading.\n',
      },
      at: "<Answer",
      right: {
        process: `ask:
  - { id: version, label: Version, required: true }
steps:
  - { id: publish, title: Publish it, role: author }`,
        body: '## Publish it\n\nWrite <Answer field="version" /> into the heading.\n',
      },
    },
  ],
  check: ({ parsed }) => [
    ...parsed.processes.flatMap((process) =>
      [...inSteps(process), ...inBody(process)].map((found) => ({ path: process.path, ...found })),
    ),
    ...parsed.pages.flatMap(({ path, body }) =>
      body.answers.map(({ line, column }): HandbookFinding => {
        const message =
          "`<Answer>` stands on a page that no run has, expected it in the instructions of a process; write plain words.";
        return { path, line, column, message };
      }),
    ),
  ],
};

function inSteps(process: ParsedProcess): RuleFinding[] {
  const fields = fieldsOf(process);
  if (fields === undefined) return [];
  return (process.draft.steps ?? []).flatMap(({ title, input, output, each }, index) => {
    const known = each === undefined ? fields : [...fields, "item"];
    const texts: (readonly [string | undefined, readonly (string | number)[]])[] = [
      [title, ["title"]],
      ...listOf(input).map(({ what }, place) => [what, ["input", place, "what"]] as const),
      ...listOf(output).map(
        (what, place) => [what, Array.isArray(output) ? ["output", place] : ["output"]] as const,
      ),
    ];
    return texts.flatMap(([text = "", path]) =>
      [...new Set(answerPlaces(text).map(({ field }) => field))]
        .filter((field) => !known.includes(field))
        .map((field) => ({
          ...process.frontMatter.positionOf(["steps", index, ...path]),
          message: messageFor(field, known),
        })),
    );
  });
}

function inBody(process: ParsedProcess): RuleFinding[] {
  const fields = fieldsOf(process);
  if (fields === undefined) return [];
  const { body, draft } = process;
  const titles = (draft.steps ?? []).flatMap(({ title }) => title ?? []);
  const own = new Set(titles.flatMap((title) => findSection(body, title) ?? []));
  // Of a heading that is almost the title of a step, another rule tells.
  const headings = body.sections
    .filter((section) => !own.has(section) && answerPlaces(section.title).length > 0)
    .filter(({ title }) => nearest(title, titles) === undefined)
    .map(({ title, line, column }) => ({
      line,
      column,
      message: `Heading ${code(`## ${title}`)} has the place of an answer and belongs to no step, expected the title of a step word for word; make the two equal, or write plain words.`,
    }));
  const tags = body.answers
    .filter(({ field }) => !fields.includes(field))
    .map(({ field, line, column }) => ({
      line,
      column,
      message:
        field === ""
          ? '`<Answer>` names no question, expected the id of one; write `<Answer field="…" />` with it.'
          : field === "item"
            ? itemInBody
            : messageFor(field, fields),
    }));
  return [...headings, ...tags];
}

/** The questions of the start form and the values that steps collect; nothing where they are misread, and what names one cannot be judged. */
function fieldsOf(process: ParsedProcess): string[] | undefined {
  const { ask, steps } = process.draft;
  if (steps === undefined || isMisreadAt(process, /^ask|^steps\.\d+\.collect/)) return undefined;
  const collected = steps.flatMap(({ collect }) => collect ?? []);
  return [...(ask ?? []), ...collected].flatMap(({ id }) => id ?? []);
}

function messageFor(field: string, fields: readonly string[]): string {
  if (field === "item")
    return "`{item}` stands in a step that is done once, expected it in one with `each`; add that, or write plain words.";
  return unexpectedWord("question", field, fields, remedy);
}
