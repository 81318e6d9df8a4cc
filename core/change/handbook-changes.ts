import type { Handbook, ProcessDefinition, ProcessId, Role, RoleId } from "../definition/index.ts";
import { addedAndRemoved } from "./added-and-removed.ts";
import { type ChildProcesses, changesBetween } from "./changes-between.ts";
import type { ProcessChange } from "./process-change.ts";

/** What became of one process. */
export interface ProcessEntry {
  readonly process: ProcessId;
  readonly title: string;
  readonly kind: "added" | "removed" | "changed";
  /** The id before, where it is another. */
  readonly renamedFrom?: ProcessId | undefined;
  /** The area before, where it is another. */
  readonly movedFrom?: string | undefined;
  /** What changed in it; empty for one that came or went, or was only renamed or moved. */
  readonly changes: readonly ProcessChange[];
}

/** What became of one role. Lists hold logins. */
export interface RoleEntry {
  readonly role: RoleId;
  readonly title: string;
  readonly kind: "added" | "removed" | "changed";
  /** The title before, where it is another. */
  readonly titleBefore?: string | undefined;
  readonly people: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly deputies: { readonly added: readonly string[]; readonly removed: readonly string[] };
  /** Whether somebody else is first in line now, among the same people. */
  readonly isReordered: boolean;
  /** Whether it is somebody outside the team now, or is no longer; absent where that stays as it was. */
  readonly isOutside?: boolean | undefined;
}

/** What changed between two handbooks: processes by title, roles by id. */
export interface HandbookChanges {
  readonly processes: readonly ProcessEntry[];
  readonly roles: readonly RoleEntry[];
}

/**
 * What changed between two handbooks. A process is found again by its id, and where that is gone by its title, or by
 * most of its steps. `isComparable` says of a process whether it could be read on both sides; one that could not is
 * passed over, as else it would look removed.
 */
export function handbookChanges(
  before: Handbook,
  after: Handbook,
  isComparable: (process: ProcessId) => boolean = () => true,
): HandbookChanges {
  // A child process that cannot be read on one side would look as if it took no time there.
  const children = { before: comparable(before, isComparable), after: comparable(after, isComparable) };
  const gone = [...before.processes.values()].filter(
    ({ id }) => !after.processes.has(id) && isComparable(id),
  );
  const renamed = new Set<ProcessId>();
  const entries = [...after.processes.values()]
    .filter(({ id }) => isComparable(id))
    .flatMap((definition) => {
      const earlier =
        before.processes.get(definition.id) ??
        gone.find((candidate) => !renamed.has(candidate.id) && isLikely(candidate, definition));
      if (earlier === undefined) return [entryOf(definition, "added")];
      if (earlier.id !== definition.id) renamed.add(earlier.id);
      return changedEntry(earlier, definition, children);
    });
  const removed = gone
    .filter(({ id }) => !renamed.has(id))
    .map((definition) => entryOf(definition, "removed"));
  return {
    processes: [...entries, ...removed].sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0)),
    roles: roleEntries(before.roles, after.roles),
  };
}

function comparable({ processes }: Handbook, isComparable: (process: ProcessId) => boolean) {
  return new Map([...processes].filter(([id]) => isComparable(id)));
}

/** Whether a process that is gone and one that is new are the same under another name. */
function isLikely(gone: ProcessDefinition, came: ProcessDefinition): boolean {
  if (gone.title.toLowerCase() === came.title.toLowerCase()) return true;
  const ids = new Set(gone.steps.map(({ id }) => id));
  const shared = came.steps.filter(({ id }) => ids.has(id)).length;
  return shared * 2 > Math.max(gone.steps.length, came.steps.length);
}

function entryOf({ id, title }: ProcessDefinition, kind: "added" | "removed"): ProcessEntry {
  return { process: id, title, kind, changes: [] };
}

function changedEntry(
  before: ProcessDefinition,
  after: ProcessDefinition,
  children: ChildProcesses,
): ProcessEntry[] {
  const changes = changesBetween(before, after, children);
  const isRenamed = before.id !== after.id;
  const isMoved = before.area !== after.area;
  if (changes.length === 0 && !isRenamed && !isMoved) return [];
  return [
    {
      process: after.id,
      title: after.title,
      kind: "changed",
      ...(isRenamed && { renamedFrom: before.id }),
      ...(isMoved && { movedFrom: before.area }),
      changes,
    },
  ];
}

function roleEntries(before: ReadonlyMap<RoleId, Role>, after: ReadonlyMap<RoleId, Role>): RoleEntry[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort();
  return ids.flatMap((id): RoleEntry[] => {
    const [earlier, now] = [before.get(id), after.get(id)];
    const people = addedAndRemoved(earlier?.people ?? [], now?.people ?? []);
    const deputies = addedAndRemoved(earlier?.deputies ?? [], now?.deputies ?? []);
    const isOutside = now?.isOutside === true;
    const isTurned = now !== undefined && isOutside !== (earlier?.isOutside === true);
    const common = {
      role: id,
      title: now?.title ?? earlier?.title ?? id,
      people,
      deputies,
      ...(isTurned && { isOutside }),
    };
    if (earlier === undefined) return [{ ...common, kind: "added", isReordered: false }];
    if (now === undefined) return [{ ...common, kind: "removed", isReordered: false }];
    const isSamePeople = people.added.length + people.removed.length === 0;
    const isReordered = isSamePeople && earlier.people[0] !== now.people[0];
    const isSame = isSamePeople && !isReordered && deputies.added.length + deputies.removed.length === 0;
    if (isSame && !isTurned && earlier.title === now.title) return [];
    const titleBefore = earlier.title === now.title ? undefined : earlier.title;
    return [{ ...common, kind: "changed", titleBefore, isReordered }];
  });
}
