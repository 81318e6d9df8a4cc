import { changesBetween } from "../../change/index.ts";
import { type ProcessDefinition, type Step, type StepId, unfoldDefinition } from "../../definition/index.ts";
import type { UpgradePreview } from "../../text/index.ts";
import { handbookFor } from "../handbook-for.ts";
import type { LedgerEntry } from "../ledger/ledger.ts";
import type { RunHandbook } from "../run-handbook.ts";
import { filesOf } from "../start/files-of.ts";
import { knownAnswers } from "../state/known-answers.ts";
import { type RunFacts, runStateOf } from "../state/run-state.ts";
import { isOver, type RunState, type TaskState } from "../state/task-state.ts";
import { warningsOfRun } from "../state/warnings-of-run.ts";
import { changedApprovals } from "./changed-approvals.ts";
import { freedFromOutside } from "./freed-from-outside.ts";
import { peopleOfUpgrade } from "./people-of-upgrade.ts";
import { promisesOfUpgrade } from "./promises-of-upgrade.ts";
import { upgradeObstacles } from "./upgrade-obstacles.ts";

type Upgraded = Extract<LedgerEntry, { kind: "upgraded" }>;

/** What a run would note of a newer text: all but who asked for it, when and where. */
export type UpgradeFacts = Omit<Upgraded, "kind" | "at" | "by" | "byId" | "comment">;

/**
 * What would become of a run by another text of the handbook: nothing, where its process is the same there or is not there to be read; why
 * it cannot be moved there; or what it would note, with what people are shown before they say yes.
 */
export type UpgradePlan =
  | { readonly kind: "nothing" }
  | { readonly kind: "gone" }
  | { readonly kind: "broken" }
  | {
      readonly kind: "possible" | "refused";
      readonly facts: UpgradeFacts;
      readonly preview: UpgradePreview;
      /** The approvals still to be given that it would make others. */
      readonly approvals: readonly TaskState[];
      /** The steps that would wait less for what lies outside of the run, where there may be an approval. */
      readonly freed: readonly TaskState[];
    };

/**
 * Plans to move a run to another text. What people are shown is told from where the run would stand then, so that nothing else happens than
 * what was shown. `room` is how many steps the run may still get.
 */
export function planUpgrade(
  facts: RunFacts,
  state: RunState,
  offered: RunHandbook,
  room: number,
): UpgradePlan {
  const { ledger } = facts;
  const handbook = handbookFor(ledger.process, offered);
  const written = handbook.handbook.processes.get(ledger.process);
  if (written === undefined) return { kind: offered.processPaths.has(ledger.process) ? "broken" : "gone" };
  const definition = unfoldDefinition(written, ledger.answers);
  const noted = upgradeFacts(facts, state, { definition, handbook });
  const after = runAfter(noted, facts, { definition, handbook });
  const stateAfter = runStateOf(after);
  const texts = { before: { facts, state }, after: { facts: after, state: stateAfter } };
  const preview = previewOf(texts, noted.reworded);
  const isSame =
    changesBetween(facts.definition, definition).length === 0 &&
    preview.added.length + preview.gone.length + preview.redated.length + preview.reassigned.length === 0;
  if (isSame) return { kind: "nothing" };
  const obstacles = [
    ...upgradeObstacles(texts),
    ...(toCome(stateAfter) - toCome(state) > room ? [{ kind: "no-room", title: "" } as const] : []),
  ];
  return {
    kind: obstacles.length > 0 ? "refused" : "possible",
    facts: noted,
    preview: { ...preview, obstacles },
    approvals: changedApprovals(texts),
    freed: freedFromOutside(texts),
  };
}

interface OtherText {
  readonly definition: ProcessDefinition;
  readonly handbook: RunHandbook;
}

function upgradeFacts(facts: RunFacts, state: RunState, text: OtherText): UpgradeFacts {
  const { ledger } = facts;
  const answers = newDefaults(facts, text.definition);
  const first: UpgradeFacts = {
    from: ledger.revision,
    revision: text.handbook.revision,
    files: filesOf(ledger.process, text.handbook.handbook.processes),
    people: new Map(),
    answers,
    gone: new Map(),
    reworded: reworded(state, text.definition),
  };
  const undated = runAfter(first, facts, text);
  const promised = promisesOfUpgrade(facts, undated);
  const people = peopleOfUpgrade(facts, state, undated, promised);
  const kept = new Set(text.definition.steps.map(({ id }) => id));
  const gone = state.tasks.filter(
    (task) => task.definition !== undefined && !kept.has(task.step) && task.issue !== undefined,
  );
  return {
    ...first,
    people,
    gone: new Map(gone.map(({ step, title }) => [step, title])),
    ...(promised.size > 0 && { promised }),
  };
}

/** The run with what an upgrade notes, by the text it follows then. */
function runAfter(noted: UpgradeFacts, facts: RunFacts, text: OtherText): RunFacts {
  const entry: Upgraded = { ...noted, kind: "upgraded", at: facts.now, by: "", byId: null, comment: 0 };
  const entries = [...facts.ledger.entries, entry];
  const ledger = { ...facts.ledger, revision: noted.revision, files: noted.files, entries };
  return { ...facts, ...text, ledger };
}

function newDefaults({ ledger, definition }: RunFacts, { ask }: ProcessDefinition): Map<string, string> {
  const before = new Set(definition.ask.map(({ id }) => id));
  const known = knownAnswers(ledger, definition);
  return new Map(
    ask.flatMap(({ id, default: given }) =>
      given === undefined || before.has(id) || known.has(id) ? [] : [[id, given] as const],
    ),
  );
}

/** The steps still to be done that say something else to whoever does them, with the titles they had. */
function reworded({ tasks }: RunState, { steps }: ProcessDefinition): Map<StepId, string> {
  const now = new Map(steps.map((step) => [step.id, readingOf(step)]));
  return new Map(
    tasks.flatMap(({ step, definition, title, issue, ...task }) => {
      if (definition === undefined || issue === undefined || isOver({ ...task, step, title } as TaskState))
        return [];
      const reading = now.get(step);
      return reading === undefined || reading === readingOf(definition) ? [] : [[step, title] as const];
    }),
  );
}

function readingOf({
  title,
  instructions,
  inputs,
  outputs,
  tools,
  consulted,
  informed,
  accountable,
}: Step): string {
  return JSON.stringify([
    title,
    instructions.markdown,
    inputs.map(({ what, from }) => [what, from]),
    outputs,
    tools,
    consulted,
    informed,
    accountable,
  ]);
}

type Side = { readonly facts: RunFacts; readonly state: RunState };

function previewOf(
  { before, after }: { readonly before: Side; readonly after: Side },
  texts: ReadonlyMap<StepId, string>,
): UpgradePreview {
  const inRun = ({ tasks }: RunState) => tasks.filter(({ isLeftOut }) => !isLeftOut);
  const was = new Map(inRun(before.state).map((task) => [task.step, task]));
  const is = new Map(inRun(after.state).map((task) => [task.step, task]));
  const open = [...is.values()].filter((task) => !isOver(task));
  const pairs = open.flatMap((task) => {
    const earlier = was.get(task.step);
    return earlier ? [{ earlier, task }] : [];
  });
  const known = new Set(warningsOfRun(before.facts, before.state).map(({ message }) => message));
  return {
    kept: [...is.values()].filter(({ step }) => was.has(step)).length,
    done: inRun(before.state).filter(isOver).length,
    added: open.filter(({ step }) => !was.has(step)).map(named),
    gone: [...was.values()].filter(({ step }) => !is.has(step)).map(named),
    redated: pairs.flatMap(({ earlier, task }) =>
      earlier.dueDate === task.dueDate ? [] : [{ ...named(task), before: earlier.dueDate }],
    ),
    reassigned: pairs.flatMap(({ earlier, task }) =>
      isSameList(earlier.people, task.people) ? [] : [{ ...named(task), before: earlier.people }],
    ),
    back: pairs.flatMap(({ earlier, task }) =>
      earlier.status === "ready" && task.status === "planned" ? [named(task)] : [],
    ),
    reworded: pairs.flatMap(({ task }) => (texts.has(task.step) ? [named(task)] : [])),
    warnings: warningsOfRun(after.facts, after.state)
      .map(({ message }) => message)
      .filter((message) => !known.has(message)),
    obstacles: [],
  };
}

function named({ title, issue, dueDate, people }: TaskState) {
  return { title, issue: issue?.number, dueDate, people };
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((login) => b.includes(login));
}

function toCome({ tasks }: RunState): number {
  return tasks.filter((task) => task.issue === undefined && !task.isLeftOut && !isOver(task)).length;
}
