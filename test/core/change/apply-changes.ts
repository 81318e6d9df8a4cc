import type { ProcessChange } from "../../../core/change/index.ts";
import type { ProcessDefinition, Step } from "../../../core/definition/index.ts";

type Fields<T> = readonly (keyof T)[];

/** What of a step each kind of change speaks of. */
const stepFields: Readonly<Partial<Record<string, Fields<Step>>>> = {
  "step-renamed": ["title"],
  "step-kind": ["kind"],
  "step-moved": ["dependsOn"],
  "approval-policy": ["policy"],
  due: ["dueOffset"],
  duration: ["durationBusinessDays"],
  effort: ["effortMinutes"],
  respond: ["respondMinutes"],
  condition: ["when"],
  "child-process": ["process"],
  "judged-step": ["approves"],
  optional: ["optional"],
};
const roleFields: Readonly<Record<string, Fields<Step>>> = {
  responsible: ["roles"],
  // With one approver there is nothing to count, so that the rule goes with the number of them.
  approvers: ["approvers", "policy"],
  accountable: ["accountable"],
  consulted: ["consulted"],
  informed: ["informed"],
};
const settingFields: Readonly<Record<string, Fields<Step>>> = {
  opens: ["opensOffset"],
  from: ["countsFrom"],
  exact: ["isExact"],
  at: ["dueTime"],
  strict: ["isStrict"],
  each: ["eachOf"],
  every: ["every"],
  phase: ["phase"],
};

/** What of a process as a whole each kind of change speaks of. */
const processFields: Readonly<Record<string, Fields<ProcessDefinition>>> = {
  anchor: ["anchor", "startsAtAnchor"],
  // While nothing starts by itself, nobody has said where such a start goes.
  repeats: ["repeats", "onClosedDay"],
  review: ["reviewEvery"],
  participants: ["participants"],
  questions: ["ask"],
  "answer-role": ["ask"],
  tools: ["tools"],
  except: ["except"],
  onClosedDay: ["onClosedDay"],
  confirm: ["confirm"],
  calendar: ["calendar"],
  title: ["title"],
  summary: ["summary"],
  trigger: ["trigger"],
  outcome: ["outcome"],
  introduction: ["introduction"],
  sections: ["sections"],
  tags: ["tags"],
};

/**
 * The old definition with every change carried out, and nothing else: each takes from the new one only what it speaks of. So where
 * a difference is told by no change, the result is not the new definition. Steps keep their ids between the two.
 */
export function applyChanges(
  before: ProcessDefinition,
  changes: readonly ProcessChange[],
  after: ProcessDefinition,
): ProcessDefinition {
  const now = new Map(after.steps.map((step) => [step.id, step]));
  const steps = new Map(before.steps.map((step) => [step.id, step]));
  const copy = (id: string, fields: Fields<Step>) => {
    const [step, from] = [steps.get(id), now.get(id)];
    if (step && from)
      steps.set(id, { ...step, ...Object.fromEntries(fields.map((field) => [field, from[field]])) });
  };
  let whole = before;
  const take = (fields: Fields<ProcessDefinition> = []) => {
    whole = { ...whole, ...Object.fromEntries(fields.map((field) => [field, after[field]])) };
  };
  for (const change of changes) {
    if (change.kind === "step-added") steps.set(change.step, now.get(change.step) as Step);
    else if (change.kind === "step-removed") steps.delete(change.step);
    else if (change.kind === "step-roles") copy(change.step, roleFields[change.part] ?? []);
    else if (change.kind === "step-setting") copy(change.step, settingFields[change.setting] ?? []);
    else if (change.kind === "step-list")
      copy(change.step, [change.part === "checklist" ? "instructions" : change.part]);
    else if ("step" in change) copy(change.step, stepFields[change.kind] ?? []);
    else if (change.kind === "process-list") take(processFields[change.part]);
    else if (change.kind === "process-setting") take(processFields[change.setting]);
    else if (change.kind === "wording") {
      for (const part of change.parts) take(processFields[part]);
      for (const { id, title } of after.steps) if (change.steps.includes(title)) copy(id, ["instructions"]);
    } else if (change.kind === "process-owner") {
      take(["processOwner"]);
      for (const { id, accountable } of before.steps)
        if (accountable === before.processOwner) copy(id, ["accountable"]);
    } else take(processFields[change.kind]);
  }
  const came = changes.some(({ kind }) => kind === "step-added" || kind === "step-removed");
  const kept = [...steps.values()];
  // A step that comes or goes between two others changes what those wait for, and says so itself.
  const ordered = came
    ? kept.map((step) => ({ ...step, dependsOn: now.get(step.id)?.dependsOn ?? [] }))
    : kept;
  return { ...whole, steps: ordered };
}

/** A definition as it counts: without places in files, the order of what has none, and blanks. */
export function asItCounts(definition: ProcessDefinition) {
  const { path: _path, area: _area, steps, participants, tools, tags, ask, ...rest } = definition;
  const before = new Map(steps.map(({ id, dependsOn }) => [id, dependsOn]));
  const all = (id: string, seen = new Set<string>()): Set<string> => {
    for (const other of before.get(id) ?? []) {
      if (seen.has(other)) continue;
      seen.add(other);
      all(other, seen);
    }
    return seen;
  };
  return {
    ...rest,
    participants: sorted(participants),
    tools: sorted(tools),
    tags: sorted(tags),
    ask: ask.map(({ id: _id, ...field }) => JSON.stringify(field)).sort(),
    onClosedDay: definition.repeats && definition.onClosedDay,
    introduction: plain(definition.introduction),
    sections: definition.sections.map(({ title, markdown }) => `${title} ${plain(markdown)}`),
    steps: steps
      .map(({ line: _line, dependsOn: _dependsOn, instructions, policy, inputs, ...step }) => ({
        ...step,
        waitsFor: [...all(step.id)].sort(),
        text: plain(instructions.markdown),
        policy: step.approvers.length > 1 ? policy : "all",
        inputs: sorted(inputs.map(({ what, from }) => `${what} ${from}`)),
        roles: sorted(step.roles),
        approvers: sorted(step.approvers),
        consulted: sorted(step.consulted),
        informed: sorted(step.informed),
        options: sorted(step.options),
        outputs: sorted(step.outputs),
        tools: sorted(step.tools),
        when: step.when.map((condition) => JSON.stringify(condition)).sort(),
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

const sorted = (list: readonly string[]) => [...new Set(list)].sort();
const plain = (markdown: string) => markdown.replace(/\s+/g, " ").trim();
