/** Steps under one heading. */
export interface StepsOfPhase<T> {
  /** Nothing where they stand under none. */
  readonly phase: string | undefined;
  readonly steps: readonly T[];
}

/** Steps in the order written, cut where another phase begins; all in one where none has a phase. */
export function inPhases<T extends { readonly phase?: string | undefined }>(
  steps: readonly T[],
): StepsOfPhase<T>[] {
  const cut: { phase: string | undefined; steps: T[] }[] = [];
  for (const step of steps) {
    const last = cut.at(-1);
    if (last && last.phase === step.phase) last.steps.push(step);
    else cut.push({ phase: step.phase, steps: [step] });
  }
  return cut;
}
