import type { NameKind, SearchNames } from "./search-names.ts";

/** Something that has a name, and all it is found by. */
export interface NameEntry {
  readonly kind: NameKind;
  readonly title: string;
  /** Address under the base path. */
  readonly path: string;
  /** A few words about it; empty for a step. */
  readonly about: string;
  /** Of a process and a step, the title of its area. */
  readonly area?: string;
  /** Of a step, the title of its process. */
  readonly of?: string;
  /** Titles of the roles that do a step, or give the approval that it is; of a process, of those in its steps. */
  readonly roles?: readonly string[];
  readonly isApproval?: true;
  /** Other words it is found by. */
  readonly also: string;
  /** What it stands among: of a step its process and roles, of a process its summary and tools. */
  readonly around: readonly string[];
}

/** Every name by itself: the steps of a process after it. */
export function nameEntries({ processes, others }: SearchNames): NameEntry[] {
  return [
    ...processes.flatMap(({ id, title, area, summary, also, tools, steps }): NameEntry[] => [
      {
        kind: "process",
        title,
        path: `processes/${id}/`,
        about: summary,
        area,
        roles: steps.flatMap(({ roles }) => roles),
        also,
        around: [summary, tools],
      },
      ...steps.map(
        (step): NameEntry => ({
          kind: "step",
          title: step.title,
          path: `processes/${id}/#${step.id}`,
          about: "",
          area,
          of: title,
          roles: step.roles,
          ...(step.isApproval && { isApproval: true }),
          also: step.also,
          around: [title, ...step.roles],
        }),
      ),
    ]),
    ...others.map((other): NameEntry => ({ ...other, around: [other.about] })),
  ];
}
