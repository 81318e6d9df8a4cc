import {
  figuresOfRuns,
  measureRun,
  type RunFigures,
  type RunRecord,
  type RunsFigures,
} from "../../core/metrics/index.ts";
import type { Site } from "./site.ts";

/** How one run went, or goes, on the day the site is made. */
export function runFigures(run: RunRecord, site: Site): RunFigures {
  return measureRun(run, site.measureFrame());
}

/** How all runs went. Several pages ask, so it is counted once. */
export function siteFigures(site: Site): RunsFigures {
  const known = counted.get(site) ?? figuresOfRuns(site.runs, site.measureFrame());
  counted.set(site, known);
  return known;
}

const counted = new WeakMap<Site, RunsFigures>();
