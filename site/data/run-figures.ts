import {
  figuresOfRuns,
  type MeasureFrame,
  measureFrameOf,
  measureRun,
  type RunFigures,
  type RunRecord,
  type RunsFigures,
} from "../../core/metrics/index.ts";
import type { Site } from "./site.ts";

/** How one run went, or goes, on the day the site is made. */
export function runFigures(run: RunRecord, site: Site): RunFigures {
  return measureRun(run, measureFrame(site));
}

/** How all runs went. Several pages ask, so it is counted once. */
export function siteFigures(site: Site): RunsFigures {
  const known = counted.get(site) ?? figuresOfRuns(site.runs, measureFrame(site));
  counted.set(site, known);
  return known;
}

const counted = new WeakMap<Site, RunsFigures>();

/** What runs are measured with on the day the site is made. */
export function measureFrame(site: Site): MeasureFrame {
  const known = frames.get(site) ?? measureFrameOf(site.handbook, site.settings.now);
  frames.set(site, known);
  return known;
}

const frames = new WeakMap<Site, MeasureFrame>();
