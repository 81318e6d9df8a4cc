/** The page of a person. */
export const person = {
  lead: "What is on their desk, in everything that runs.",
  roles: "Roles",
  standsIn: "Stands in for",
  deputies: "When they are away",
  away: "Away",
  notAway: "No days off entered",
  from: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
  late: "Late",
  thisWeek: "Due this week",
  canBegin: "Can begin",
  heldUp: "Held up by others",
  next: "Next up",
  waitingForThem: "Waits for them",
  doneLately: "Done in the last two weeks",
  nothing: "Nothing is on their desk at the moment.",
};
