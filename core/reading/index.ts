export {
  decideReading,
  isTickedReading,
  looksLikeReading,
  type ObservedReading,
  type ReadingChange,
} from "./decide-reading.ts";
export { doneAt } from "./done-at.ts";
export { type DueReview, dueReviews, type ReviewFacts } from "./due-reviews.ts";
export { type Reader, readersOf } from "./readers-of.ts";
export { type ReadingNote, readingKey, readReadingNote } from "./reading-note.ts";
export {
  type ReadingIssue,
  type ReadingPlaces,
  type ReviewAsked,
  writeReading,
  writeReview,
} from "./write-reading.ts";
