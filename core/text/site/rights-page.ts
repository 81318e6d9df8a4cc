/** The page of the guide that prints the table of rights. */
export const rightsPage = {
  title: "Who may do what",
  lead: "What people can do in a run, and who of them may. Closing, opening or assigning an issue by hand is the same as the command, and asks for the same right and the same few words why. What is not listed here, nobody may.",
  people: "Who is who",
  peopleWords: [
    [
      "the team",
      "whoever may write to the repository, and whoever a role of the handbook names, as long as GitHub still knows them here",
    ],
    [
      "whoever started the run",
      "the person who opened its start, if they are of the team; else whoever of the team wrote `/go`",
    ],
    ["whoever has the step", "the people the step is assigned to"],
    [
      "whoever answers for it",
      "the accountable people of the step, else the owner of the process; an administrator of the repository where nobody does",
    ],
    [
      "the named approvers",
      "the people of an approval's roles who are still of the team; while they are away, others of the role, then their deputies",
    ],
  ] as const,
  everybodyElse:
    "Everybody else is a visitor: asking for something is answered once a run, and after that only marked as seen. GitHub is asked at that moment who somebody is: what they were when the run began does not count.",
  ownWork:
    "Nobody judges their own work: whoever had a judged step, or ended it, cannot approve it, hand its approval on or leave it out, also not under another name. Neither can whoever started the run, where handbook.yml says `starterApproves: false`. Where an approval is asked for only by the outcome of a decision or the answer to a question, those whose work it judges do not get that decision handed to them, and give no answer the start left open. Where a run inside another one holds an approval that still waits, ending that run or leaving its step out is leaving the approval out: it is for whoever answers for it, and not for those whose work it judges. Moving a run to a newer text that changes an approval still to be given is something done to that approval.",
  tables: {
    start: "An issue that waits for its run to begin",
    run: "A run",
    "gate-run": "A run inside another one, with an approval in it that still waits",
    task: "A task",
    "gate-task": "A task in which a value is entered that an approval hangs on",
    process: "A step that is a run of its own",
    "gate-process": "A step that is a run of its own, with an approval in it that still waits",
    approval: "An approval",
    decision: "A decision",
    "gate-decision": "A decision that an approval hangs on",
    checkpoint: "A checkpoint",
  } as const,
  what: "What",
  who: "Who may",
  reason: "Why has to be said",
  reasons: { never: "no", always: "yes", "unless-optional": "yes, unless the step is optional" } as const,
  acts: {
    "close-completed": "close it as completed",
    "close-not-planned": "close it as not planned",
    "close-duplicate": "close it as a duplicate",
    reopen: "open it again",
    assign: "assign somebody else",
    "add-sub-issue": "add a sub-issue",
    edit: "change its text",
    reply: "answer the questions of its retrospective",
    answer: "`/decide` to answer a question that the start left open",
  } as const,
  standings: {
    team: "the team",
    writer: "whoever may write to the repository",
    starter: "whoever started the run",
    doer: "whoever has the step",
    accountable: "whoever answers for it",
    approver: "the named approvers",
  } as const,
  everybody: "the team and everybody with a part in the run",
  notJudged: "not of their own work",
  settings: {
    locked: "with `approvals: locked`, as it is where nothing is said",
    open: "with `approvals: open`",
  } as const,
};
