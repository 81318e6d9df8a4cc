/** GitHub lets an issue have so many sub-issues, so a run can have so many steps. */
export const mostSteps = 100;
