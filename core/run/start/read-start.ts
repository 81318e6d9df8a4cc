import { civilToday } from "../../calendar/index.ts";
import type { ProcessDefinition } from "../../definition/index.ts";
import { readStartForm, type StartRequest } from "../../form/index.ts";
import { nearest } from "../../message.ts";
import { type Markdown, text } from "../../text/index.ts";
import { isTooFar } from "../commands/too-far.ts";
import type { RunInput } from "../decide.ts";
import { startTextOf } from "../observed/start-text.ts";

/** What an issue asks for, or sentences on why that cannot be. `asked` is the id of a process as the issue names it; empty where it names none. */
export function readStart(
  asked: string,
  input: RunInput,
): { definition: ProcessDefinition; request: StartRequest } | { problems: readonly Markdown[] } {
  const found = findDefinition(asked, input);
  if ("problem" in found) return { problems: [found.problem] };
  const { definition } = found;
  const { run } = input.observed;
  const reading = readStartForm(startTextOf(run), definition, input.handbook.handbook.roles);
  if (!reading.ok) return { problems: reading.problems };
  const { anchorDate } = reading.request;
  if (isTooFar(anchorDate, civilToday(input.now, input.handbook.handbook.config.timeZone)))
    return { problems: [text.run.dateTooFar(anchorDate)] };
  const strangers = strangersIn(reading.request, definition, input);
  if (strangers.length > 0) return { problems: strangers };
  return { definition, request: reading.request };
}

/** A sentence on each person named in the form whom GitHub does not let the bot assign, and in which field. */
function strangersIn(
  request: StartRequest,
  definition: ProcessDefinition,
  { observed }: RunInput,
): Markdown[] {
  const asked = definition.ask
    .filter(({ type }) => type === "person")
    .map(({ id, label }) => [label, [request.answers.get(id) ?? []].flat()] as const);
  const inQuestions = new Set(asked.flatMap(([, logins]) => logins));
  const named = new Set([...request.peopleByRole.values()].flat().filter((login) => !inQuestions.has(login)));
  return [...asked, [text.form.peopleLabel, [...named]] as const].flatMap(([label, logins]) =>
    logins
      .filter((login) => observed.people.isAssignable.get(login.toLowerCase()) !== true)
      .map((login) => text.form.cannotBeAssigned(label, login)),
  );
}

/** The definition an issue names, or a sentence on why there is none. */
function findDefinition(
  asked: string,
  { handbook }: RunInput,
): { definition: ProcessDefinition } | { problem: Markdown } {
  const definition = handbook.handbook.processes.get(asked);
  if (definition) return { definition };
  if (asked === "") return { problem: text.form.missing(text.form.processLabel) };
  if (handbook.processPaths.has(asked))
    return { problem: text.status.brokenProcess(asked, handbook.problems) };
  const known = [...handbook.processPaths.keys()].sort();
  return { problem: text.status.unknownProcess(asked, nearest(asked, known), known) };
}
