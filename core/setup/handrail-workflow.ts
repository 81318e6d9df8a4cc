/** Path of the workflow that runs the bot in a repository. */
export const workflowPath = ".github/workflows/handrail.yml";

const firstLine = "# Made by `npx handrail init`; `npx handrail upgrade` renews it.";

/** Whether the text of a workflow is one that Handrail made. */
export function isHandrailWorkflow(text: string): boolean {
  return text.startsWith(firstLine);
}

/**
 * The workflow that runs the bot in a repository: nothing is checked out, nothing installed. A job begins only for what
 * concerns a run or the handbook, and one after the other, so that no two write the same. `action` is the
 * action with its commit, such as `acme/handrail@0123… # v1.0.0`; `handbook` is the folder.
 */
export function handrailWorkflow(action: string, handbook: string): string {
  return `${firstLine}
name: Handrail
on:
  issues: { types: [opened, edited, closed, reopened, deleted, assigned, unassigned, labeled, unlabeled] }
  issue_comment: { types: [created, edited, deleted] }
  pull_request: { types: [opened, edited, reopened, synchronize, closed], paths: ["${handbook}/**"] }
  schedule: [{ cron: "17 * * * *" }]
  workflow_dispatch: { inputs: { run: { description: "Number of one run; all open runs when empty" } } }
permissions: {}
concurrency: { group: handrail, queue: max }
jobs:
  look:
    if: >-
      !github.event.issue || (github.event.sender.type != 'Bot' &&
      (!github.event.issue.pull_request || contains(github.event.comment.body, '/agree')) && (
      contains(join(github.event.issue.labels.*.name), 'handrail:') || startsWith(github.event.issue.body, '### Process')
      || startsWith(github.event.issue.body, '### Which process?')
      || startsWith(github.event.comment.body, '/') || contains(github.event.comment.body, fromJSON('"\\n/"'))))
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions: { contents: read, issues: write, pull-requests: write, checks: write }
    steps:
      - uses: ${action}
        with: { handbook: "${handbook}", key: "\${{ secrets.HANDRAIL_KEY }}" }
`;
}

/**
 * The workflow with another commit of the action, all else as it stands. `isEdited` tells that more than the action
 * differs from what Handrail writes today, so that somebody should look.
 */
export function renewWorkflow(
  text: string,
  action: string,
  handbook: string,
): { readonly text: string; readonly isEdited: boolean } {
  const renewed = text.replace(/uses: \S+\/handrail@.*$/m, () => `uses: ${action}`);
  return { text: renewed, isEdited: renewed.replaceAll("\r\n", "\n") !== handrailWorkflow(action, handbook) };
}
