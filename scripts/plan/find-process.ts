import type { ProcessDefinition } from "../../core/definition/index.ts";
import type { CheckedHandbook } from "../../core/handbook/index.ts";
import { unexpectedWord } from "../../core/message.ts";
import { problemReporters } from "../reporters/index.ts";
import { type Terminal, UsageError } from "../terminal.ts";

/** The process with an id, or nothing when it has errors, which are then told. An id that names none is wrong usage. */
export function findProcess(
  id: string,
  { handbook, parsed, problems, root }: CheckedHandbook,
  terminal: Terminal,
): ProcessDefinition | undefined {
  const definition = handbook.processes.get(id);
  if (definition) return definition;
  const broken = parsed.processes.find((candidate) => candidate.id === id);
  if (!broken) {
    const ids = parsed.processes.map((candidate) => candidate.id);
    throw new UsageError(
      unexpectedWord("process", id, ids, "add its file, or name the folder with --handbook."),
    );
  }
  const file = root === "" ? broken.path : `${root}/${broken.path}`;
  const errors = problems.filter((problem) => problem.file === file && problem.severity === "error");
  terminal.err(`${id} cannot be planned until these problems are mended:\n${problemReporters.text(errors)}`);
  return undefined;
}
