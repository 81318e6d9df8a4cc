import type { Handbook, ProcessDefinition, RoleId, StepId } from "../definition/index.ts";
import { flowOf, mermaidFlowchart } from "../diagram/index.ts";
import { dayAndMonth, joinMarkdown, type Markdown, md, ours, table, text } from "../text/index.ts";
import type { ApprovalChange } from "./approval-changes.ts";
import { describeChanges } from "./describe-changes.ts";
import type { RoleEntry } from "./handbook-changes.ts";
import type { HandbookMeaning } from "./handbook-meaning.ts";
import { matchSteps } from "./match-steps.ts";
import { type ComparedHandbooks, namesFor } from "./names-for.ts";
import type { ProcessMeaning } from "./process-meaning.ts";

const words = text.meaning;
const diffWords = text.diff;

/** GitHub refuses a comment of more than 65,536 characters; some are left for what stands around the words. */
export const roomForMeaning = 58_000;

/** So many dates of one process are named one by one. */
const mostShifts = 8;

/**
 * What a change of a handbook means, as Markdown for a pull request: what is checked less comes first and loudly, then the
 * processes, the weightiest first, each in words, dates and pictures. Where there is no room for all of it pictures and
 * examples go first, then sentences, from the end. Never longer than `room` characters.
 */
export function meaningAsMarkdown(
  meaning: HandbookMeaning,
  handbooks: ComparedHandbooks,
  room: number = roomForMeaning,
): string {
  const top = topParts(meaning, handbooks);
  const end = [
    rolePart(meaning.roles),
    settingPart(meaning, handbooks),
    unreadablePart(meaning, handbooks),
  ].filter(({ text: part }) => part !== "");
  const fixed = lengthOf([...top, ...end]);
  const bodies = fitting(meaning.processes, handbooks, room - fixed);
  return `${joinMarkdown([...top, ...bodies, ...end], "\n\n").text}\n`;
}

function topParts(meaning: HandbookMeaning, handbooks: ComparedHandbooks): Markdown[] {
  const { processes, roles, settings, unreadable } = meaning;
  const touched = processes.length + roles.length + settings.length;
  if (touched === 0 && !meaning.losesFourEyes && !meaning.losesOwnerApproval)
    return unreadable.length > 0 ? [] : [md`${words.nothing}`];
  const counts = (["added", "removed", "changed"] as const).map((kind) => ({
    kind,
    total: processes.filter(({ entry }) => entry.kind === kind).length,
  }));
  const isOnlyWords =
    processes.length > 0 &&
    roles.length + settings.length === 0 &&
    processes.every(({ weight }) => weight === "wording");
  return [
    ...warningPart(meaning, handbooks),
    ...(processes.length + roles.length === 0 ? [] : [md`${diffWords.counts(counts, roles.length)}`]),
    ...(isOnlyWords ? [md`${words.onlyWords}`] : []),
  ];
}

function warningPart(meaning: HandbookMeaning, handbooks: ComparedHandbooks): Markdown[] {
  const roleTitle = roleTitleIn(handbooks);
  const losses = meaning.processes.flatMap(({ entry, approvals }) =>
    approvals.flatMap((change) => lossSentence(entry.title, change, roleTitle)),
  );
  const lines = [
    ...(meaning.losesFourEyes ? [md`**${words.noFourEyes}**`] : []),
    ...(meaning.losesOwnerApproval ? [md`**${words.noOwnerApproval}**`] : []),
    ...losses,
  ];
  if (lines.length === 0) return [];
  const shown = joinMarkdown(
    lines.map((line) => ours(`> - ${line.text}`)),
    "\n",
  );
  return [ours(`> [!CAUTION]\n> **${words.lessChecked}**\n>\n${shown.text}`)];
}

function lossSentence(
  process: string,
  change: ApprovalChange,
  roleTitle: (role: RoleId) => string,
): Markdown[] {
  switch (change.kind) {
    case "lost":
      return [words.lost(process, change.title, change.approvers.map(roleTitle))];
    case "weaker":
      return [words.weaker(process, change.title, change.how)];
    case "four-eyes-lost":
      return [words.fourEyes(process, change.title, roleTitle(change.role))];
    case "gained":
      return [];
  }
}

/** The parts of the processes as far as there is room: whole ones, then without pictures, then a line each, then their number. */
function fitting(
  processes: readonly ProcessMeaning[],
  handbooks: ComparedHandbooks,
  room: number,
): Markdown[] {
  const whole = processes.map((process) => processPart(process, handbooks));
  const plain = processes.map((process) => sentencesPart(process, handbooks));
  const short = processes.map(({ entry }) => words.shortened(entry.title, Math.max(1, entry.changes.length)));
  const parts: Markdown[] = [];
  let left = room - words.moreProcesses(processes.length).length - 2;
  // What comes later has at least its one line, so that a long first process does not silence all others.
  const shortFrom = short.map((_, index) => lengthOf(short.slice(index + 1)));
  for (const [index, process] of whole.entries()) {
    const later = shortFrom[index] ?? 0;
    const candidates = [process, plain[index], short[index]].filter((part) => part !== undefined);
    const chosen =
      candidates.find((part) => lengthOf([part]) + later <= left) ??
      candidates.find((part) => lengthOf([part]) <= left && part === short[index]);
    if (!chosen) return [...parts, md`${words.moreProcesses(processes.length - index)}`];
    parts.push(chosen);
    left -= lengthOf([chosen]);
  }
  return parts;
}

function lengthOf(parts: readonly Markdown[]): number {
  return parts.reduce((sum, { text: part }) => sum + part.length + 2, 0);
}

function processPart(meaning: ProcessMeaning, handbooks: ComparedHandbooks): Markdown {
  return joinMarkdown(
    [sentencesPart(meaning, handbooks), examplePart(meaning, handbooks), picture(meaning, handbooks)],
    "\n\n",
  );
}

function sentencesPart(meaning: ProcessMeaning, handbooks: ComparedHandbooks): Markdown {
  const { entry, approvals, people, loads, criticalPath } = meaning;
  const heading = md`### ${entry.title}`;
  const definition = handbooks.after.processes.get(entry.process);
  if (definition === undefined) {
    const gone = people.removed.length > 0 ? [words.leaves(people.removed)] : [];
    return joinMarkdown([heading, list([diffWords.removed, ...gone])], "\n\n");
  }
  const roleTitle = roleTitleIn(handbooks);
  const weight =
    entry.kind === "changed" && entry.changes.length > 0 ? [md`*${words.weightOf[meaning.weight]}.*`] : [];
  const gained = approvals.flatMap((change) => (change.kind === "gained" ? [change.title] : []));
  const isSaid = new Set(
    entry.changes.flatMap((change) =>
      change.kind === "step-added" && change.stepKind === "approval" ? [change.title] : [],
    ),
  );
  const sentences = [
    ...(entry.kind === "added" ? [diffWords.added(definition.summary, definition.steps.length)] : []),
    ...(entry.renamedFrom === undefined ? [] : [diffWords.renamed(entry.renamedFrom, entry.process)]),
    ...(entry.movedFrom === undefined ? [] : [diffWords.moved(entry.movedFrom, definition.area)]),
    ...describeChanges(entry.changes, namesFor(definition, handbooks)),
    ...approvals.flatMap((change) =>
      change.kind === "gained" && gained.includes(change.title) && !isSaid.has(change.title)
        ? [words.gained(change.title, change.approvers.map(roleTitle))]
        : [],
    ),
    ...meaning.lostInputs.map(({ title, what }) => words.lostInput(title, what)),
    ...(criticalPath ? [words.path(criticalPath.before, criticalPath.after)] : []),
    ...(people.added.length > 0 ? [words.joins(people.added)] : []),
    ...(people.removed.length > 0 ? [words.leaves(people.removed)] : []),
    ...loads.map((load) =>
      words.load(
        roleTitle(load.role),
        { before: load.stepsBefore, after: load.stepsAfter },
        { before: load.minutesBefore, after: load.minutesAfter },
      ),
    ),
  ];
  return joinMarkdown([heading, ...weight, list(sentences), shiftsPart(meaning)], "\n\n");
}

function shiftsPart({ example }: ProcessMeaning): Markdown {
  const shifts = example?.shifts ?? [];
  if (shifts.length === 0) return md``;
  const named = shifts
    .slice(0, mostShifts)
    .map(({ title, businessDays, before, after }) => words.shift(title, businessDays, before, after));
  const more = shifts.length > mostShifts ? [words.moreShifts(shifts.length - mostShifts)] : [];
  return joinMarkdown([md`**${words.shifts}**`, list([...named, ...more])], "\n\n");
}

function examplePart({ example, entry }: ProcessMeaning, handbooks: ComparedHandbooks): Markdown {
  const definition = handbooks.after.processes.get(entry.process);
  if (!example || !definition) return md``;
  const before = new Map(example.before.tasks.map(({ step, dueDate }) => [step, dueDate]));
  const moved = new Map(example.shifts.map((shift) => [shift.step, shift.before]));
  const known = new Set(example.before.tasks.map(({ title }) => title));
  const rows = example.after.tasks
    .filter(({ step }) => !step.includes("/"))
    .map(({ step, title, assignees, roles, dueDate }) => {
      const outside = roles.flatMap((id) => {
        const role = handbooks.after.roles.get(id);
        return role?.isOutside ? [words.outside(role.title)] : [];
      });
      const was = moved.get(step);
      const isNew = !before.has(step) && !known.has(title);
      return [
        md`${title}`,
        md`${(assignees.length > 0 ? assignees : outside).join(", ")}`,
        md`${dayAndMonth(dueDate)}`,
        md`${was ? dayAndMonth(was) : isNew ? words.isNew : ""}`,
      ];
    });
  const summary = words.example(definition.anchor, example.anchorDate);
  return details(summary, table(words.exampleHeads, rows));
}

/** The flow before and after, with the steps that changed set off; nothing where nothing of the flow changed. */
function picture({ entry }: ProcessMeaning, { before, after }: ComparedHandbooks): Markdown {
  const definition = after.processes.get(entry.process);
  const changed = entry.changes.flatMap((change) => ("step" in change ? [change.step] : []));
  if (!definition || (changed.length === 0 && entry.kind !== "added")) return md``;
  const now = details(diffWords.picture(changed.length > 0), drawing(definition, after, new Set(changed)));
  const earlier = before.processes.get(entry.renamedFrom ?? entry.process);
  if (!earlier || changed.length === 0) return now;
  const idBefore = new Map(
    matchSteps(earlier, definition).pairs.map((pair) => [pair.after.id, pair.before.id]),
  );
  const changedThen = new Set(changed.map((id) => idBefore.get(id) ?? id));
  return joinMarkdown([now, details(diffWords.pictureBefore, drawing(earlier, before, changedThen))], "\n\n");
}

function drawing(
  definition: ProcessDefinition,
  { roles, processes }: Handbook,
  marked: ReadonlySet<StepId>,
): Markdown {
  const flow = flowOf(definition, (role) => roles.get(role)?.title ?? role, processes);
  return ours(`\`\`\`mermaid\n${mermaidFlowchart(flow, marked)}\`\`\``);
}

function details(summary: string, content: Markdown): Markdown {
  return ours(`<details><summary>${md`${summary}`.text}</summary>\n\n${content.text}\n\n</details>`);
}

function unreadablePart({ unreadable }: HandbookMeaning, { before, after }: ComparedHandbooks): Markdown {
  const titles = unreadable.map((id) => (before.processes.get(id) ?? after.processes.get(id))?.title ?? id);
  return unreadable.length === 0 ? md`` : words.unreadable(titles);
}

function rolePart(roles: readonly RoleEntry[]): Markdown {
  if (roles.length === 0) return md``;
  return joinMarkdown([md`### ${diffWords.roles}`, list(roles.flatMap(roleSentences))], "\n\n");
}

/** What of the settings concerns whoever works by the handbook; nothing where none of it changed. */
function settingPart({ settings }: HandbookMeaning, { after }: ComparedHandbooks): Markdown {
  if (settings.length === 0) return md``;
  const sentences = settings.map((name) => diffWords.settingChanged[name](after.config));
  return joinMarkdown([md`### ${diffWords.settings}`, list(sentences)], "\n\n");
}

function roleSentences({
  title,
  kind,
  titleBefore,
  people,
  deputies,
  isReordered,
  isOutside,
}: RoleEntry): string[] {
  if (kind === "removed") return [diffWords.roleRemoved(title)];
  return [
    ...(kind === "added" ? [diffWords.roleAdded(title, people.added)] : []),
    ...(titleBefore === undefined ? [] : [diffWords.roleRenamed(titleBefore, title)]),
    ...(kind === "added" ? [] : diffWords.people(title, people.added, people.removed)),
    ...(isReordered ? [diffWords.reordered(title)] : []),
    ...(isOutside === undefined ? [] : [diffWords.outside(title, isOutside)]),
    ...diffWords.deputies(title, deputies.added, deputies.removed),
  ];
}

function roleTitleIn({ before, after }: ComparedHandbooks): (role: RoleId) => string {
  return (role) => (after.roles.get(role) ?? before.roles.get(role))?.title ?? role;
}

function list(sentences: readonly string[]): Markdown {
  return joinMarkdown(
    sentences.map((sentence) => md`- ${sentence}`),
    "\n",
  );
}
