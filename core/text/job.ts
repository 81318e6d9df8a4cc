import { count } from "./plural.ts";

/** Why the notes on a run make it be left alone. */
const notesProblems = {
  newer: "a newer Handrail has written its notes",
  unreadable: "its notes cannot be read",
  unsigned: "its notes are not signed with the key in HANDRAIL_KEY",
  forged: "the signature below its notes does not fit them",
  elsewhere: "its notes were written for another issue",
} as const;

/** Sentences that a job of GitHub Actions prints and puts into its summary. Arguments are plain text. */
export const job = {
  title: "Handrail",
  nothing: "What started this job concerns no run, so there was nothing to do.",
  looked: (runs: readonly number[]) =>
    `Looked at ${runs.map((run) => `run #${run}`).join(", ")}: everything there is as it should be.`,
  reviewed: (pull: number) => `Pull request #${pull} has its check and its comment.`,
  elsewhere: (pull: number, folder: string) =>
    `Pull request #${pull} changes nothing in the folder ${folder}, where the handbook is, so there was nothing to do.`,
  readOnly:
    "GitHub lets this job only read, as for every pull request from a fork: so what the change means stands in the summary of the job, not on the pull request.",
  tookUp: (issue: number) => `Proposal #${issue} has its answer.`,
  ticked: (issue: number) => `What was asked to be read in #${issue} is ticked, and was looked at.`,
  swept: (runs: number, changed: number) => `${count(runs, "open run")} looked at, ${changed} changed.`,
  leftAlone: (run: number, keeper: string) => `Run #${run} was left alone: ${keeper} looks after it.`,
  leftForNotes: (run: number, why: keyof typeof notesProblems) =>
    `Run #${run} was left alone: ${notesProblems[why]}. Its issue says what can be done.`,
  failed: "This did not go well",
  ofRun: (run: number, sentence: string) => `Run #${run}: ${sentence}`,
  notSet: (name: string) =>
    `${name} is not set, expected GitHub Actions to set it; elsewhere, set it as Handrail's docs/going-live.md says.`,
  wrongRun: (answer: string) =>
    `The run is given as "${answer}", expected the number of its issue, such as 12; leave it empty to look at all open runs.`,
  noHandbook: (folder: string, repository: string) =>
    `There is no handbook in the folder ${folder} on the default branch of ${repository}, expected one with handbook.yml; name its folder with \`handbook:\` in the workflow, or make one with \`npx handrail init\`.`,
  built: (folder: string) => `The pages are in ${folder}.`,
  notCheckedOut: (folder: string) =>
    `There is no ${folder}/handbook.yml where this job works, expected the repository: put a step \`uses: actions/checkout\` with \`fetch-depth: 0\` before this one, or name the folder with \`handbook:\`.`,
  wrongPublish: (value: string) =>
    `\`publish:\` is "${value}", expected \`pages\` or \`preview\`; leave it out in the job that looks after runs.`,
  noNpx:
    "There is no npx here, expected Node with npm: put a step `uses: actions/setup-node` before this one.",
  builtInPart:
    "Processes with mistakes are left out of these pages; the check “Handrail” says what has to be mended.",
  notBuilt: (command: string, code: number) =>
    `\`npx ${command}\` ended with ${code}; what it said stands above in the log of this step.`,
  wrongToken:
    "GitHub does not accept the token; take `token:` out of the workflow, so that the job's own is used, or give one that is still valid.",
  mayNot: (permissions: string) => `The token may not do this; give the job \`permissions: ${permissions}\`.`,
  noRepository:
    "The token sees no such repository; is its name right, and does the token belong to somebody who may read it?",
  limited:
    "GitHub's limit of requests for this repository is reached; nothing is lost, the next job goes on where this one ended.",
  outOfTime:
    "The time of this job is over; nothing is lost, the next job goes on where this one ended. If GitHub has been slow for long, see https://www.githubstatus.com",
  unreachable: (address: string) =>
    `GitHub could not be reached at ${address}; nothing is lost, the next job goes on. Its state: https://www.githubstatus.com`,
};
