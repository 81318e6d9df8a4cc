import type { ParsedProcess } from "../definition/index.ts";
import { code, codeList, unexpectedWord } from "../message.ts";
import type { ContextRule } from "./rule.ts";
import { type SiblingWait, siblingWaits } from "./support/sibling-waits.ts";
import { type Starter, startersOf } from "./support/starters-of.ts";

const above = `steps:
  - { id: write, title: Write it, kind: process, process: example }
  - { id: art, title: Draw it, kind: process, process: draw, after: [] }`;
const draw = `steps:
  - { id: sketch, title: Sketch it, role: author }`;

/** `after` naming a step of a process beside this one that cannot be waited for. */
export const unusableSibling: ContextRule = {
  id: "unusable-sibling",
  scope: "process-in-context",
  severity: "error",
  needsAllFiles: true,
  purpose:
    "What `after` names beside the process is a step of another process that is started together with it.",
  why: "A step can wait for a step of another process only where one process above starts both, since their runs then belong together.",
  examples: [
    {
      title: "A step that the process beside does not have",
      wrong: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author, after: art/sketsh }`,
        others: { "content/launch.mdx": above, "content/draw.mdx": draw },
      },
      at: "art/sketsh",
      right: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author, after: art/sketch }`,
        others: { "content/launch.mdx": above, "content/draw.mdx": draw },
      },
    },
    {
      title: "No process starts this one together with another",
      wrong: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author, after: art/sketch }`,
      },
      at: "art/sketch",
      right: {
        process: `steps:
  - { id: draft, title: Write the draft, role: author }`,
      },
    },
    {
      title: "A step that starts a process",
      wrong: {
        process: `steps:
  - { id: draft, title: Write the draft, kind: process, process: print, after: art/sketch }`,
        others: { "content/launch.mdx": above, "content/draw.mdx": draw, "content/print.mdx": "" },
      },
      at: "art/sketch",
      right: {
        process: `steps:
  - { id: sketched, title: The sketch is there, kind: checkpoint, after: art/sketch }
  - { id: draft, title: Write the draft, kind: process, process: print, after: sketched }`,
        others: { "content/launch.mdx": above, "content/draw.mdx": draw, "content/print.mdx": "" },
      },
    },
  ],
  check: (process, { processes }) => {
    const waits = siblingWaits(process);
    if (waits.length === 0) return [];
    const starters = startersOf(process.id, processes);
    return waits.flatMap((wait) => {
      const isStarter = process.draft.steps?.[wait.index]?.process !== undefined;
      const message = isStarter ? fromStarter(wait) : problemOf(wait, starters, processes);
      return message === undefined ? [] : [{ ...wait.position, message }];
    });
  },
};

/** Steps of a run that is a step itself wait for what GitHub links that to, and GitHub links nothing across runs. */
function fromStarter({ written }: SiblingWait): string {
  return `Unexpected after ${code(written)} in a step that starts a process; let a checkpoint come after ${code(written)}, and this step after the checkpoint.`;
}

/** What is wrong with such a wait; nothing where a process above has it as written. */
function problemOf(
  { written, sibling }: SiblingWait,
  starters: readonly Starter[],
  processes: ReadonlyMap<string, ParsedProcess>,
): string | undefined {
  const { starter, step } = sibling;
  if (starters.length === 0)
    return `Unexpected after ${code(written)}: no process starts this one, so there is no process beside it; write a step of this process, or let one process start both.`;
  if (starters.some((other) => other.step === starter))
    return `Unexpected after ${code(written)}: ${code(starter)} starts this very process; write ${code(step)} alone.`;
  const [found] = starters.flatMap(({ above }) =>
    (above.draft.steps ?? []).filter(({ id }) => id === starter).map((other) => ({ above, other })),
  );
  if (found === undefined) return unknownStarter(sibling, starters);
  const { above, other } = found;
  if (other.process === undefined)
    return `Unexpected after ${code(written)}: ${code(starter)} in ${above.path} is no process; let ${code(starters[0]?.step)} there come after ${code(starter)}.`;
  const steps = processes.get(other.process)?.draft.steps ?? [];
  if (steps.length === 0 || steps.some(({ id }) => id === step)) return undefined;
  const ids = steps.flatMap(({ id }) => (id === undefined ? [] : [`${starter}/${id}`]));
  return unexpectedWord("after", written, ids, `write one of the steps of ${code(other.process)}.`);
}

/** What `after` names in front is no step of any process above; often it is the other process instead of the step that starts it. */
function unknownStarter({ starter, step }: SiblingWait["sibling"], starters: readonly Starter[]): string {
  const beside = starters.flatMap(({ above, step: own }) =>
    (above.draft.steps ?? []).flatMap(({ id, process }) =>
      id === undefined || process === undefined || id === own ? [] : [{ id, process }],
    ),
  );
  const meant = beside.find(({ process }) => process === starter);
  if (meant)
    return `Unexpected after ${code(`${starter}/${step}`)}: ${code(starter)} is the process, expected the step that starts it; did you mean ${code(`${meant.id}/${step}`)}?`;
  const remedy = `give the step of ${titles(starters)} that starts the other process, a slash, and the step there.`;
  return unexpectedWord("step", starter, [...new Set(beside.map(({ id }) => id))], remedy);
}

function titles(starters: readonly Starter[]): string {
  return codeList([...new Set(starters.map(({ above }) => above.id))], 3);
}
