/**
 * The numbers the rules go by; printed on a page of the guide.
 * `fewest` runs are needed before anything is said. Time is too short where more runs exceed it than a fifth would by chance, at
 * a chance of error of `error`; a habit is what happens in at least the share `habit` of runs.
 */
export const learningThresholds = { fewest: 5, error: 0.01, habit: 0.8, often: 0.5, most: 5 } as const;
