/** What each figure counts, in one line: it stands beside the figure, or in its hover. */
export const figures = {
  onTime:
    "Steps done by the date that was agreed when their turn came, of all steps done and all open ones that are late now.",
  onTimeOf: (part: number, whole: number) => `${part} of ${whole} steps`,
  leadTime: "Business days from the start of the run to its end.",
  leadTimeSoFar: "Business days from the start of the run to today; it still goes on.",
  leadTimes:
    "Business days from start to end, of completed runs: the middle one, and those a quarter of the way from either end.",
  definitionLeadTime:
    "Business days from the first day of work to the last due date, by the offsets alone: five a week, every branch taken, no holidays.",
  plannedLeadTime: "Business days from the start of the run to the last due date of its first plan.",
  plannedLeadTimes:
    "Business days from start to the last due date of the first plan: the middle one of the runs.",
  late: "Steps that were done after the date agreed when their turn came, and open ones that are late now.",
  /** The state of an approval that was left out, in a table. */
  notApprovedState: "not approved",
  notApproved: "Approvals that were left out, so that nobody gave them.",
  lateNow: "Open steps whose turn it is, after their due date. What waits behind them is held up, not late.",
  open: "Steps of runs that go on which are not over: it is their turn, or it comes later.",
  turns: "Open steps whose turn it is.",
  longestWait: "Business days since the turn of the step that has waited longest.",
  delay:
    "Business days from the promised date to the day when what is promised by then is expected to be over, if everybody works on from today.",
  slip: "Business days from the date agreed when its turn came to the day it was done, below zero when early: the middle one, and those a quarter of the way from either end.",
  cycleTime: "Business days from its turn to the day it was done: the middle one of the runs.",
  ended: "Steps that are over, done or skipped, of all that the run needs.",
  running: "Runs that have begun and are not over.",
  completed: "Runs whose every step is over.",
  cancelled: "Runs that were ended early.",
  runs: "Runs that have begun, whatever became of them.",
  respondInTime:
    "First reactions within the time asked for, of all reactions and of those whose time is over.",
  respond: "Working time from its turn to the first sign of whoever has it: the middle one.",
  collected:
    "What completed runs have entered when a step was done, added up within each run: the middle run of those that say it.",
  /** An amount with what it counts in. */
  amount: (value: number, unit: string) => {
    const isMoney = unit !== "" && unit !== "h";
    const number = value.toLocaleString("en", {
      minimumFractionDigits: isMoney && !Number.isInteger(value) ? 2 : 0,
      maximumFractionDigits: unit === "" ? 6 : 2,
    });
    return unit === "" ? number : `${number} ${unit}`;
  },
  saidBy: (runs: number, of: number) => `${runs} of ${of} completed ${of === 1 ? "run" : "runs"}`,
  /** A middle value with how many it is the middle of, and where the middle half lies. */
  spread: (n: number, low: string, high: string) =>
    n < 2
      ? `n = ${n}`
      : low === high
        ? `n = ${n}, the middle half ${low}`
        : `n = ${n}, the middle half ${low} to ${high}`,
  writeAnew: "Write it anew with: npm run handrail -- report --format json",
  bringUpToDate: "Bring Handrail up to date here, or write the record with this version.",
  noRunsFile: "This is no record of runs: a map with a `version` was expected.",
  newerRunsFile: (found: number, known: number) =>
    `This record of runs has version ${found}, and this Handrail reads up to version ${known}: a newer one wrote it.`,
  brokenRunsFile: (place: string, what: string) =>
    `This record of runs is damaged at ${place === "" ? "its beginning" : place}: ${what}.`,
} as const;
