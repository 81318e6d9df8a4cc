import { parseCivilDate } from "../../core/calendar/index.ts";
import {
  type AskField,
  itemsOf,
  listProblem,
  longestItem,
  mostItems,
  type ProcessDefinition,
  type ProcessId,
} from "../../core/definition/index.ts";
import { code, codeList, nearest, unexpectedWord } from "../../core/message.ts";
import { UsageError } from "../terminal.ts";

type Processes = ReadonlyMap<ProcessId, ProcessDefinition>;

/** What `--set` may answer, and the form its answer has. */
interface Question {
  readonly type: AskField["type"];
  /** The answers there are; empty where any will do. */
  readonly options: readonly string[];
}

const deepestChildren = 5;

/**
 * The answers given with `--set field=value`. A field that nobody asks, or an answer the field cannot have, is wrong
 * usage. What a child process asks has the step that starts it in front: `post/topic`.
 */
export function readAnswers(
  settings: readonly string[],
  definition: ProcessDefinition,
  processes: Processes,
): Map<string, string> {
  const questions = questionsOf(definition, processes, "", 0);
  return new Map(
    settings.map((setting): [string, string] => {
      const at = setting.indexOf("=");
      if (at < 0) throw new UsageError(`Unexpected --set ${code(setting)}, expected \`field=value\`.`);
      const field = setting.slice(0, at);
      const question = questions.get(field);
      if (!question) {
        const remedy = "see `ask` and the decisions of the process.";
        throw new UsageError(unexpectedWord("--set field", field, [...questions.keys()], remedy));
      }
      return [field, readAnswer(field, setting.slice(at + 1).trim(), question)];
    }),
  );
}

function questionsOf(
  { ask, steps }: ProcessDefinition,
  processes: Processes,
  prefix: string,
  depth: number,
): Map<string, Question> {
  const decisions = steps.filter(({ kind }) => kind === "decision");
  return new Map([
    ...ask.map(({ id, type, options }) => {
      const closed = type === "yes-no" ? ["yes", "no"] : options;
      return [prefix + id, { type, options: closed }] as const;
    }),
    ...decisions.map(({ id, options }) => [prefix + id, { type: "choice", options }] as const),
    ...steps.flatMap((step) => {
      const child = step.process === undefined ? undefined : processes.get(step.process);
      if (!child || depth >= deepestChildren) return [];
      return [...questionsOf(child, processes, `${prefix}${step.id}/`, depth + 1)];
    }),
  ]);
}

/** The items of a list, on lines or, where they are all on one, behind semicolons or commas. */
function readList(field: string, value: string): string {
  const separator = value.includes("\n") ? "\n" : value.includes(";") ? ";" : ",";
  const items = itemsOf(value.split(separator).join("\n"));
  const wrong = listProblem(items);
  if (!wrong) return items.join("\n");
  const found = {
    "too-many": () =>
      `${items.length.toLocaleString("en")} items in ${code(field)}, expected at most ${mostItems}`,
    "too-long": () =>
      `an item of more than ${longestItem} characters in ${code(field)}, expected a few words`,
    twice: () =>
      `${code(wrong.kind === "too-many" ? "" : wrong.item)} twice in ${code(field)}, expected each item once`,
  }[wrong.kind]();
  throw new UsageError(`Unexpected ${found}.`);
}

function readAnswer(field: string, value: string, { type, options }: Question): string {
  if (options.length > 0) {
    const option = options.find((word) => word.toLowerCase() === value.toLowerCase());
    if (option !== undefined) return option;
    const near = nearest(value, options);
    const hint = near === undefined ? "" : `; did you mean ${code(near)}?`;
    throw new UsageError(
      `Unexpected answer ${code(value)} to ${code(field)}, expected one of ${codeList(options)}${hint || "."}`,
    );
  }
  if (type === "list") return readList(field, value);
  const isRight =
    type === "number"
      ? /^-?\d{1,15}(?:\.\d{1,6})?$/.test(value)
      : type !== "date" || parseCivilDate(value) !== undefined;
  if (isRight) return type === "person" ? value.replace(/^@/, "") : value;
  const expected = type === "number" ? "a number, such as `1200`" : "a day, such as `2026-12-18`";
  throw new UsageError(`Unexpected answer ${code(value)} to ${code(field)}, expected ${expected}.`);
}
