import type { RunPlan } from "../../core/plan/index.ts";

/** A plan as the JSON other programs rely on; dates are ISO civil dates, and a revision that is not known is left out. */
export function planAsJson(plan: RunPlan): string {
  const { process, revision, anchorDate, startDate, leadTimeBusinessDays, earliestAnchorDate } = plan;
  const tasks = plan.tasks.map((task) => ({
    step: task.step,
    title: task.title,
    kind: task.kind,
    roles: task.roles,
    assignees: task.assignees,
    plannedStart: task.plannedStart,
    dueDate: task.dueDate,
    dependsOn: task.dependsOn,
    conditional: task.conditional,
    critical: task.critical,
    slackBusinessDays: task.slackBusinessDays,
    ...(task.dueTime !== undefined && { dueTime: task.dueTime }),
    ...(task.insteadOf !== undefined && { insteadOf: task.insteadOf }),
    ...(task.strict && { strict: task.strict }),
    ...(task.phase !== undefined && { phase: task.phase }),
    ...(task.oneOf && { oneOf: task.oneOf }),
  }));
  const warnings = plan.warnings.map(({ id, step, message }) => ({ id, step, message }));
  const whole = {
    process,
    ...(revision === "" ? {} : { revision }),
    anchorDate,
    startDate,
    leadTimeBusinessDays,
    earliestAnchorDate,
    tasks,
    warnings,
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
