import type { CollectedFigure, ProcessFigures } from "../../core/metrics/index.ts";

/** What the runs of a process have entered under one name: of all of them, and of those that followed one revision. */
export interface EnteredLine {
  readonly title: string;
  readonly href: string;
  readonly label: string;
  /** A revision's first letters; absent for all runs together. */
  readonly revision?: string | undefined;
  readonly figure: CollectedFigure;
}

/** What the runs of a process have entered, each name first over all runs, then revision by revision where several say something. */
export function enteredLines(
  figures: ProcessFigures,
  { title, href }: Pick<EnteredLine, "title" | "href">,
): EnteredLine[] {
  return figures.collected.flatMap((figure) => {
    const own = { title, href, label: figure.label };
    const byRevision = figures.collectedByRevision
      .filter(({ id, unit }) => id === figure.id && unit === figure.unit)
      .map((of) => ({ ...own, revision: of.revision.slice(0, 7), figure: of }));
    return [{ ...own, figure }, ...byRevision];
  });
}
