import {
  defineProcess,
  type ParsedProcess,
  type ProcessSource,
  parseProcess,
  type RoleId,
} from "../../core/definition/index.ts";
import { flowOf } from "../../core/diagram/index.ts";
import { InternalError } from "../../core/problem.ts";
import { drawFlow } from "../diagram/draw-flow.ts";
import { layOutFlow } from "../diagram/lay-out-flow.ts";
import { type ProcessTexts, processTexts } from "../markdown/process-texts.ts";
import { type LightProcess, lightProcess } from "./light-process.ts";

/** What the costly parts of a page depend on, besides the process file. */
export interface PrepareContext {
  /** Path the site is served under. */
  readonly base: string;
  readonly roleTitles: Readonly<Record<RoleId, string>>;
  /** Words that texts lead to, in lower case, with the id each has in the glossary. */
  readonly linkedTerms: readonly (readonly [term: string, id: string])[];
}

/** The costly parts of a process page. */
export interface PreparedProcess {
  readonly texts: ProcessTexts;
  /** The flow as SVG text. */
  readonly flow: string;
}

/** A process file read and prepared: plain data. Nothing is prepared where the file cannot be used. */
export interface PreparedFile {
  readonly light: LightProcess;
  readonly prepared?: PreparedProcess | undefined;
}

/** Prepares files, in the order given. */
export function prepareAll(sources: readonly ProcessSource[], context: PrepareContext): PreparedFile[] {
  return sources.map((source) => prepareFile(source, context));
}

/** Parses a process file, renders its texts and draws its flow. */
export function prepareFile(source: ProcessSource, context: PrepareContext): PreparedFile {
  const parsed = parseProcess(source);
  return { light: lightProcess(parsed), prepared: prepareParsed(parsed, context) };
}

function prepareParsed(
  parsed: ParsedProcess,
  { base, roleTitles, linkedTerms }: PrepareContext,
): PreparedProcess | undefined {
  try {
    const definition = defineProcess(parsed);
    const flow = flowOf(definition, (role) => roleTitles[role] ?? role);
    return {
      texts: processTexts(parsed, definition, { base, linkedTerms, roleTitles: Object.values(roleTitles) }),
      flow: drawFlow(layOutFlow(flow)),
    };
  } catch (error) {
    // The check that comes later says what is wrong with the file; here it only means that no page is made.
    if (error instanceof InternalError) return undefined;
    throw error;
  }
}
