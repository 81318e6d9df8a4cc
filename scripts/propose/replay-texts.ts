import { readFile } from "node:fs/promises";
import type { ProcessDefinition } from "../../core/definition/index.ts";
import { type CheckedHandbook, createHandbookOpener } from "../../core/handbook/index.ts";
import { type ReplaySummary, summariseReplay, withSuggestions } from "../../core/learning/index.ts";
import { visible } from "../../core/message.ts";
import type { MeasureFrame } from "../../core/metrics/index.ts";
import { text } from "../../core/text/index.ts";
import { readHandbookFolder, readHandbookRevision } from "../../disk/index.ts";
import { UsageError } from "../terminal.ts";
import type { Suggestions } from "./suggestions.ts";

/** What a replay is asked for: a file or revision, or what is suggested. */
export interface ReplayRequest {
  readonly other: string | true;
  readonly folder: string;
  readonly format: "text" | "json";
}

const words = text.learning.replay;

/** What past runs of some processes would have been under another text, printed. A text that could not be merged is wrong usage. */
export async function replayTexts(
  all: readonly Suggestions[],
  request: ReplayRequest,
  checked: CheckedHandbook,
  frame: MeasureFrame,
): Promise<string> {
  const { processes } = checked.handbook;
  const isFile = request.other !== true && (await fileAt(request.other)) !== undefined;
  if (isFile && all.length > 1)
    throw new UsageError(
      `${request.other} is the text of one process, expected its id too: \`propose ID --replay ${request.other}\`.`,
    );
  // The handbook is another one a process, and nearly all of its files are the same.
  const open = createHandbookOpener();
  const replayed: { readonly found: Suggestions; readonly replay: ReplaySummary }[] = [];
  for (const found of all) {
    const other = await otherDefinition(found, request, checked, open);
    replayed.push({ found, replay: summariseReplay(found.records, other, { ...frame, processes }) });
  }
  if (request.format === "json") {
    const printed = replayed.map(({ found, replay }) => ({ process: found.definition.id, ...replay }));
    return `${JSON.stringify(printed, null, 2)}\n`;
  }
  return replayed.map(({ found, replay }) => inWords(found.definition, replay)).join("");
}

function inWords({ title }: ProcessDefinition, { runs, did, would, unknown }: ReplaySummary): string {
  if (runs.length === 0) return `${words.none(title)}\n`;
  const lines = runs.map((run) => {
    const line = words.run(run.issue.number, run.readyOn, run.wouldBeReadyOn, run.anchorDate);
    const held = run.wouldMeetTheDate || run.heldBy === undefined ? "" : `; ${words.heldBy(run.heldBy)}`;
    return `- ${line}${held}.`;
  });
  return [
    words.met(title, would, did, runs.length),
    ...lines,
    ...unknown.map((steps) => words.unknown(steps.titles, steps.runs, runs.length)),
    "",
  ]
    .map(visible)
    .join("\n");
}

type Opener = ReturnType<typeof createHandbookOpener>;

/** The process under another text: its suggestions, a file, or the handbook at a git revision. */
async function otherDefinition(
  { definition, proposals }: Suggestions,
  { other, folder }: ReplayRequest,
  { root }: CheckedHandbook,
  open: Opener,
): Promise<ProcessDefinition> {
  const files = new Map(await readHandbookFolder(folder));
  const withText = (changed: string) => new Map(files).set(definition.path, changed);
  if (other === true) {
    const before = files.get(definition.path) ?? "";
    return definedIn(
      withText(withSuggestions(before, proposals, definition.path).text),
      definition,
      "these suggestions",
      open,
    );
  }
  const file = await fileAt(other);
  if (file !== undefined) return definedIn(withText(file), definition, other, open);
  const revision = await readHandbookRevision(folder, other);
  if (revision === undefined)
    throw new UsageError(
      `${other} is neither a file nor a revision that git knows here${root === "" ? "" : ` for ${root}`}.`,
    );
  return definedIn(revision, definition, other, open);
}

async function fileAt(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch(() => undefined);
}

function definedIn(
  files: ReadonlyMap<string, string>,
  { id, path }: ProcessDefinition,
  name: string,
  open: Opener,
): ProcessDefinition {
  const { handbook, problems } = open(files);
  const found = handbook.processes.get(id);
  if (found) return found;
  const [first] = problems.filter(({ file, severity }) => file === path && severity === "error");
  const why = first ? ` ${first.line}:${first.column} ${first.message}` : "";
  throw new UsageError(
    `${name} has no process ${id} without errors, expected a text that could be merged.${why}`,
  );
}
