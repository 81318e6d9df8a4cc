import type { ParsedProcess, ProcessDefinition, RoleId } from "../../core/definition/index.ts";
import { flowOf } from "../../core/diagram/index.ts";
import { drawFlow } from "../diagram/draw-flow.ts";
import { layOutFlow } from "../diagram/lay-out-flow.ts";
import { type ProcessTexts, processTexts } from "../markdown/process-texts.ts";

/** The costly parts of a process page: they depend on its file, the titles of roles and the base path alone. */
export interface PreparedProcess {
  readonly texts: ProcessTexts;
  /** The flow as SVG text. */
  readonly flow: string;
}

/** Renders the texts and draws the flow of one process. */
export function prepareProcess(
  parsed: ParsedProcess,
  definition: ProcessDefinition,
  roleTitle: (role: RoleId) => string,
  base: string,
): PreparedProcess {
  return {
    texts: processTexts(parsed, definition, base),
    flow: drawFlow(layOutFlow(flowOf(definition, roleTitle))),
  };
}
