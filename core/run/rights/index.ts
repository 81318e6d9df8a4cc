export { accountableFor } from "./accountable-for.ts";
export { approvalsHangingOn } from "./approvals-hanging-on.ts";
export { chosenByJudged } from "./chosen-by-judged.ts";
export { claimOf, type RightsFacts } from "./claim-of.ts";
export { isAdministrator, isHere, mayWrite } from "./is-here.ts";
export { isOfTeam } from "./is-of-team.ts";
export { judgedPeople } from "./judged-people.ts";
export { type Claim, mayDo, rightFor, type Verdict } from "./may-do.ts";
export {
  type Act,
  type Approvals,
  type HandAct,
  handActs,
  type Reason,
  type Right,
  type Standing,
  type Subject,
  standings,
  subjects,
} from "./right.ts";
export { rights } from "./rights.ts";
export { type RightsOnSubjects, rightsBySubject } from "./rights-by-subject.ts";
export { subjectOf } from "./subject-of.ts";
