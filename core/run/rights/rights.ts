import type { Right, Standing, Subject } from "./right.ts";

/** Everybody who has to do with a run; all but visitors. */
const known: readonly Standing[] = ["team", "writer", "starter", "doer", "accountable", "approver"];
const steering: readonly Standing[] = ["doer", "accountable", "starter", "writer"];
const running: readonly Standing[] = ["starter", "accountable", "writer"];
const runs: readonly Subject[] = ["run", "gate-run"];
const tasks: readonly Subject[] = ["task", "gate-task"];
const processes: readonly Subject[] = ["process", "gate-process"];

/**
 * Who may do what here. For an act on a subject the one row counts that names both, and the setting of `approvals:` where rows
 * differ by it; what no row names, nobody may. The page of the guide and the tests read this list too.
 */
export const rights: readonly Right[] = [
  {
    acts: ["status", "help"],
    on: ["start", ...runs, ...tasks, ...processes, "approval", "decision", "gate-decision", "checkpoint"],
    may: known,
    reason: "never",
  },
  {
    acts: ["undo"],
    on: [...runs, ...tasks, ...processes, "approval", "decision", "gate-decision", "checkpoint"],
    may: known,
    reason: "never",
  },
  { acts: ["reply"], on: runs, may: known, reason: "never" },
  { acts: ["go"], on: ["start"], may: ["team"], reason: "never" },
  { acts: ["cancel"], on: ["start"], may: ["team", "starter"], reason: "never" },

  { acts: ["done", "close-completed"], on: ["task", ...processes], may: steering, reason: "never" },
  { acts: ["reopen"], on: [...tasks, ...processes], may: steering, reason: "never" },
  { acts: ["due", "date"], on: [...tasks, ...processes], may: steering, reason: "always" },
  { acts: ["hand-to", "assign"], on: ["task", ...processes], may: steering, reason: "always" },
  { acts: ["skip", "close-not-planned"], on: ["task", "process"], may: steering, reason: "unless-optional" },
  // What is entered there may be that there is no approval.
  {
    acts: ["done", "close-completed"],
    on: ["gate-task"],
    approvals: "locked",
    may: ["doer", "accountable"],
    reason: "never",
  },
  { acts: ["done", "close-completed"], on: ["gate-task"], approvals: "open", may: steering, reason: "never" },
  {
    acts: ["hand-to", "assign"],
    on: ["gate-task"],
    approvals: "locked",
    may: ["doer", "accountable"],
    reason: "always",
  },
  { acts: ["hand-to", "assign"], on: ["gate-task"], approvals: "open", may: steering, reason: "always" },
  // With a run that holds an approval goes the approval.
  {
    acts: ["skip", "close-not-planned"],
    on: ["gate-task", "gate-process"],
    approvals: "locked",
    may: ["accountable"],
    notJudged: true,
    reason: "always",
  },
  {
    acts: ["skip", "close-not-planned"],
    on: ["gate-task", "gate-process"],
    approvals: "open",
    may: steering,
    reason: "unless-optional",
  },

  { acts: ["approve"], on: ["approval"], may: ["approver"], notJudged: true, reason: "never" },
  { acts: ["changes"], on: ["approval"], may: ["approver"], notJudged: true, reason: "always" },
  {
    acts: ["hand-to", "assign"],
    on: ["approval"],
    may: ["approver", "accountable"],
    notJudged: true,
    reason: "always",
  },
  {
    acts: ["skip", "close-not-planned"],
    on: ["approval"],
    approvals: "locked",
    may: ["accountable"],
    notJudged: true,
    reason: "always",
  },
  {
    acts: ["skip", "close-not-planned"],
    on: ["approval"],
    approvals: "open",
    may: steering,
    reason: "unless-optional",
  },
  // A newer text that changes an approval still to be given: who gives it, what it asks for or what waits for it.
  {
    acts: ["upgrade"],
    on: ["approval"],
    approvals: "locked",
    may: ["accountable"],
    notJudged: true,
    reason: "never",
  },
  { acts: ["upgrade"], on: ["approval"], approvals: "open", may: running, reason: "never" },
  { acts: ["due", "date"], on: ["approval"], may: ["approver", ...steering], reason: "always" },
  { acts: ["reopen"], on: ["approval"], may: ["approver", ...steering], reason: "never" },

  {
    acts: ["decide", "reopen"],
    on: ["decision", "gate-decision"],
    may: ["doer", "accountable"],
    reason: "never",
  },
  // Where the start form left a question open, the step that hangs on it takes the answer; where an approval hangs on it too, an
  // answer may be that there is none, so it is the approval's row that counts.
  {
    acts: ["answer"],
    on: [...tasks, ...processes, "checkpoint", "decision"],
    may: steering,
    reason: "never",
  },
  { acts: ["answer"], on: ["approval"], may: ["starter", "accountable"], notJudged: true, reason: "never" },
  { acts: ["due", "date"], on: ["decision", "gate-decision"], may: steering, reason: "always" },
  { acts: ["hand-to", "assign"], on: ["decision"], may: steering, reason: "always" },
  {
    acts: ["hand-to", "assign"],
    on: ["gate-decision"],
    approvals: "locked",
    may: ["doer", "accountable"],
    reason: "always",
  },
  { acts: ["hand-to", "assign"], on: ["gate-decision"], approvals: "open", may: steering, reason: "always" },
  {
    acts: ["skip", "close-not-planned"],
    on: ["gate-decision"],
    approvals: "locked",
    may: ["accountable"],
    notJudged: true,
    reason: "always",
  },
  {
    acts: ["skip", "close-not-planned"],
    on: ["gate-decision"],
    approvals: "open",
    may: steering,
    reason: "unless-optional",
  },
  { acts: ["skip", "close-not-planned"], on: ["decision"], may: steering, reason: "unless-optional" },

  { acts: ["due", "date"], on: ["checkpoint"], may: steering, reason: "always" },
  { acts: ["skip", "close-not-planned"], on: ["checkpoint"], may: steering, reason: "unless-optional" },

  { acts: ["add", "move"], on: runs, may: running, reason: "always" },
  // What the handbook says anew is the reason for it.
  { acts: ["upgrade"], on: runs, may: running, reason: "never" },
  // What a sub-issue says is the reason for it.
  { acts: ["add-sub-issue"], on: runs, may: running, reason: "never" },
  { acts: ["cancel", "close-not-planned"], on: ["run"], may: running, reason: "always" },
  {
    acts: ["cancel", "close-not-planned"],
    on: ["gate-run"],
    approvals: "locked",
    may: ["accountable"],
    notJudged: true,
    reason: "always",
  },
  {
    acts: ["cancel", "close-not-planned"],
    on: ["gate-run"],
    approvals: "open",
    may: running,
    reason: "always",
  },
  { acts: ["reopen"], on: runs, may: running, reason: "never" },
];
