import { fromEpochDay, toEpochDay } from "../../../core/calendar/index.ts";
import type { ProcessDefinition } from "../../../core/definition/index.ts";
import type { MeasureFrame, RunRecord } from "../../../core/metrics/index.ts";
import { date, processOf } from "../../builders.ts";
import { calendar, frame, randomOf, recordOf } from "./histories.ts";

/** What is true of a generated process, which its runs can only hint at. */
export interface Truth {
  /** Business days that the images need beyond their date, in so many of ten runs; 0 where the text is right. */
  readonly imagesLate: number;
  readonly ofTen: 5 | 8;
  /** Whether nearly every run has a legal check added by hand. */
  readonly isLegalMissing: boolean;
}

/** A process, its runs as they stand on a day, and what is true of it. */
export interface KnownHistory extends Truth {
  readonly definition: ProcessDefinition;
  readonly records: readonly RunRecord[];
  readonly frame: MeasureFrame;
}

const textWith = (imagesDue: string) =>
  processOf(`anchor: Publish date
steps:
  - { id: draft, title: Write the draft, role: author, due: -20bd }
  - { id: images, title: Make the images, role: author, after: draft, due: ${imagesDue} }
  - { id: approve, title: Approve it, kind: approval, approvers: editor, after: draft, due: -5bd }
  - { id: live, title: Publish it, role: author, after: [images, approve], due: 0bd }`);

const now = textWith("-15bd");
/** The text that the first half of the runs of some processes followed: it gave the images four days less. */
const before = textWith("-19bd");

const spread = 0.5;
/** Of a standard normal distribution, what so many of ten stay below. */
const quantile = { 5: 0, 8: 0.8416 } as const;
/** Runs begin every so many business days, and the last of them are still open. */
const daysBetween = 8;
const daysOfRun = 64;

/**
 * The history of one process with `runs` runs. Work is log-normal about the time a date leaves: where the text is right, eight of ten
 * are in time, as it says. One run in ten has somebody away for a week or two. Every other process had another text until half of
 * its runs. The day of today lies so that the last few runs are not over.
 */
export function knownHistory(seed: number, runs: number, truth: Truth): KnownHistory {
  const random = randomOf(seed);
  const begin = toEpochDay(date("2024-01-01"));
  const dayOf = (days: number) => fromEpochDay(calendar.addBusinessDays(begin, days));
  const today = dayOf((runs - 1) * daysBetween + Math.round(daysOfRun * 0.6));
  const hadAnotherText = random() < 0.5;
  const records = Array.from({ length: runs }, (_, index) => {
    const away = random() < 0.1 ? (["draft", "images", "live"][Math.floor(random() * 3)] ?? "") : "";
    const isLegalAdded = random() < (truth.isLegalMissing ? 0.95 : 0.2);
    const start = index * daysBetween;
    return recordOf(hadAnotherText && index < runs / 2 ? before : now, {
      number: index + 1,
      startedOn: dayOf(start),
      anchorDate: dayOf(start + daysOfRun),
      seenOn: today,
      agreesFromTurn: true,
      days: (step, given) => {
        const isChanged = step === "images" && truth.imagesLate > 0;
        const needs = given + (isChanged ? truth.imagesLate : 0);
        const worked = needs * Math.exp(spread * (normal(random) - quantile[isChanged ? truth.ofTen : 8]));
        return Math.ceil(worked) + (step === away ? 5 + Math.floor(random() * 6) : 0);
      },
      ...(isLegalAdded && { added: [["Ask the lawyers", dayOf(start + daysOfRun - 14)] as const] }),
    });
  });
  return { ...truth, definition: now, records, frame: { ...frame, today } };
}

/** A number of the standard normal distribution (Box and Muller, 1958). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
