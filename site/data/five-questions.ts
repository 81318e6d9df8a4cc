import type { ProcessDefinition, Role, RoleId, Step } from "../../core/definition/index.ts";

/** Who is meant by four of the questions that every process page answers first; role ids in the order of the steps. */
export interface Involvement {
  readonly inform: readonly RoleId[];
  readonly takePart: readonly RoleId[];
  readonly bringInput: readonly RoleId[];
  /** Departments other than the process owner's, each with the roles that come in. */
  readonly otherDepartments: ReadonlyMap<string, readonly RoleId[]>;
  /** The process owner's department; absent when roles.yml names none. */
  readonly ownDepartment?: string | undefined;
}

/** Finds out who a process involves, and how. */
export function involvementOf(definition: ProcessDefinition, roles: ReadonlyMap<RoleId, Role>): Involvement {
  const steps = definition.steps;
  const stepIds = new Set(steps.map((step) => step.id));
  const takePart = unique(steps.flatMap(doersOf));
  const bringInput = unique(
    steps.flatMap((step) => [
      ...step.inputs.map((input) => input.from).filter((from) => !stepIds.has(from)),
      ...step.consulted,
    ]),
  );
  const inform = unique(steps.flatMap((step) => step.informed));
  const ownDepartment = roles.get(definition.processOwner)?.department;
  const otherDepartments = new Map<string, RoleId[]>();
  for (const id of unique([...takePart, ...bringInput, ...inform])) {
    const department = roles.get(id)?.department;
    if (department === undefined || department === ownDepartment) continue;
    otherDepartments.set(department, [...(otherDepartments.get(department) ?? []), id]);
  }
  return { inform, takePart, bringInput, otherDepartments, ownDepartment };
}

function doersOf(step: Step): readonly RoleId[] {
  const doers = [...step.roles, ...(step.kind === "approval" ? step.approvers : [])];
  return doers.length > 0 ? doers : [step.accountable];
}

function unique(ids: readonly RoleId[]): RoleId[] {
  return [...new Set(ids)];
}
