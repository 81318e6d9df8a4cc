import type { ParsedProcess, ProcessDefinition, ProcessId, RoleId } from "../../core/definition/index.ts";
import { flowOf } from "../../core/diagram/index.ts";
import { drawFlow } from "../diagram/draw-flow.ts";
import { layOutFlow } from "../diagram/lay-out-flow.ts";
import { type ProcessTexts, processTexts } from "../markdown/process-texts.ts";

/** What the costly parts of a page depend on, besides the process file. */
export interface PrepareContext {
  /** Path the site is served under. */
  readonly base: string;
  readonly roleTitles: Readonly<Record<RoleId, string>>;
  /** Words that texts lead to, in lower case, with the id each has in the glossary. */
  readonly linkedTerms: readonly (readonly [term: string, id: string])[];
}

/** The costly parts of a process page: plain data. */
export interface PreparedProcess {
  readonly texts: ProcessTexts;
  /** The flow as SVG text. */
  readonly flow: string;
}

/** Renders the texts of a process, as it was parsed and defined, and draws its flow. */
export function prepareProcess(
  parsed: ParsedProcess,
  definition: ProcessDefinition,
  processes: ReadonlyMap<ProcessId, ProcessDefinition>,
  { base, roleTitles, linkedTerms }: PrepareContext,
): PreparedProcess {
  const flow = flowOf(definition, (role) => roleTitles[role] ?? role, processes);
  return {
    texts: processTexts(parsed, definition, { base, linkedTerms, roleTitles: Object.values(roleTitles) }),
    flow: drawFlow(layOutFlow(flow)),
  };
}
