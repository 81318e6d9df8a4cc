import type { ProcessDefinition, Step } from "../../core/definition/index.ts";

/** What a step leaves, with the first other step that takes it in; without one where no step says so. */
export interface Leaving {
  readonly what: string;
  readonly taker?: Step | undefined;
}

/** The outputs of a step in the order written, each with who takes it in, by the same words or by their beginning. */
export function leavesOf(step: Step, definition: ProcessDefinition): Leaving[] {
  return step.outputs.map((what) => ({
    what,
    taker: definition.steps.find((other) =>
      other.inputs.some((input) => input.from === step.id && isSameThing(what, input.what)),
    ),
  }));
}

/** Whether two names mean one thing: “The text, proofread” is waited for as “the text”. */
function isSameThing(output: string, input: string): boolean {
  const [long, short] = [output.toLowerCase(), input.toLowerCase()].sort((a, b) => b.length - a.length);
  return long === short || /^[\s,:;(]/.test(long?.startsWith(short ?? "") ? long.slice(short?.length) : "");
}
