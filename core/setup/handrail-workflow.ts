import { fingerprint } from "../fingerprint.ts";
import { actionsOf, jobPermissions } from "./needed-access.ts";

/** Path of the workflow that runs the bot in a repository, and publishes its pages where that is asked for. */
export const workflowPath = ".github/workflows/handrail.yml";

/** What a workflow is made for. */
export interface WorkflowRequest {
  /** The action with its commit, such as `acme/handrail@0123… # v1.0.0`. */
  readonly action: string;
  /** Folder of the handbook. */
  readonly handbook: string;
  /** Whether it also builds the pages and publishes them on GitHub Pages. */
  readonly publishesPages: boolean;
}

const maker = "# Made by `npx handrail init`; `npx handrail upgrade` renews it";

/** Whether the text of a workflow is one that Handrail made, changed by hand or not. */
export function isHandrailWorkflow(text: string): boolean {
  return text.startsWith(maker);
}

/** Whether a workflow that Handrail made also publishes the pages. */
export function publishesPages(text: string): boolean {
  return /\bpublish: pages\b/.test(text);
}

/**
 * The workflow that runs the bot in a repository: nothing is checked out, nothing installed. A job begins only for what
 * concerns a run or the handbook, and one after the other, so that no two write the same. The first line carries the
 * fingerprint of the rest, by which a later version knows that nobody has changed it.
 */
export function handrailWorkflow(request: WorkflowRequest): string {
  const rest = workflow(request);
  return `${maker} while it is as made (${sealOf(rest)}).\n${rest}`;
}

/**
 * The workflow as this version makes it with the action named, where nobody has changed it since Handrail made it; otherwise
 * only the action is another. `isEdited` tells that somebody should look: it was changed, and differs from what Handrail makes.
 */
export function renewWorkflow(
  text: string,
  action: string,
): { readonly text: string; readonly isEdited: boolean } {
  const handbook = handbookIn(text) ?? "processes";
  const fresh = handrailWorkflow({ action, handbook, publishesPages: publishesPages(text) });
  if (isAsMade(text)) return { text: fresh, isEdited: false };
  const renewed = text.replace(actionLine, () => `uses: ${action}`);
  return { text: renewed, isEdited: renewed.replaceAll("\r\n", "\n") !== fresh };
}

/** Whether nobody has changed a workflow since Handrail made it; another commit of the action, as Dependabot writes it, is no change. */
export function isAsMade(text: string): boolean {
  const [first = "", ...rest] = text.replaceAll("\r\n", "\n").split("\n");
  if (first === `${maker}.`) return earlySeals.has(sealOf(inUsualFolder(rest.join("\n"))));
  return first.startsWith(maker) && / \((\w+)\)\.$/.exec(first)?.[1] === sealOf(rest.join("\n"));
}

/** The texts that were made before the first line carried a fingerprint, for a handbook in the usual folder. */
const earlySeals = new Set(["pszh5p", "g2gli1", "1s81x4o"]);

function inUsualFolder(text: string): string {
  const folder = handbookIn(text);
  return folder === undefined
    ? text
    : text.replaceAll(`"${folder}"`, '"processes"').replaceAll(`"${folder}/**"`, '"processes/**"');
}

/** The folder of the handbook that a workflow names. */
function handbookIn(text: string): string | undefined {
  return /handbook: "([^"\n]+)"/.exec(text)?.[1];
}

const actionLine = /uses: \S+\/handrail@.*$/gm;

const sealOf = (rest: string) => fingerprint(rest.replace(actionLine, "uses: the action"));

const nightly = "23 4 * * *";

function workflow({ action, handbook, publishesPages }: WorkflowRequest): string {
  const pages = publishesPages
    ? pagesParts(action, handbook)
    : { triggers: "", schedule: "", look: "", jobs: "" };
  return `name: Handrail
on:
  issues: { types: ${actionsOf("issues")} }
  issue_comment: { types: ${actionsOf("issue_comment")} }
  pull_request: { types: ${actionsOf("pull_request")}, paths: ["${handbook}/**"] }
  pull_request_review: { types: ${actionsOf("pull_request_review")} }
${pages.triggers}  schedule: [{ cron: "17 * * * *" }${pages.schedule}]
  workflow_dispatch: { inputs: { run: { description: "Number of one run; all open runs when empty" } } }
permissions: {}
jobs:
  look:
    if: >-
      ${pages.look}(!github.event.issue && (github.event.review.state || 'approved') == 'approved') || (github.event.sender.type != 'Bot' &&
      (!github.event.issue.pull_request || contains(github.event.comment.body, '/agree')) && (
      contains(join(github.event.issue.labels.*.name), 'handrail:') || startsWith(github.event.issue.body, '### Process')
      || startsWith(github.event.issue.body, '### Which process?')
      || startsWith(github.event.comment.body, '/') || contains(github.event.comment.body, fromJSON('"\\n/"'))))${pages.look === "" ? "" : ")"}
    concurrency: { group: handrail, queue: max }
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions: ${jobPermissions()}
    steps:
      - uses: ${action}
        with: { handbook: "${handbook}", key: "\${{ secrets.HANDRAIL_KEY }}" }
${pages.jobs}`;
}

/** What builds may not publish, and the other way round: so these are two jobs. */
function pagesParts(action: string, handbook: string) {
  return {
    triggers: `  push: { paths: ["${handbook}/**"] }\n`,
    schedule: `, { cron: "${nightly}" }`,
    look: `github.event_name != 'push' && github.event.schedule != '${nightly}' && (`,
    jobs: `  # The pages, after each change of the handbook, every night since dates pass, and when somebody runs this without a number.
  pages:
    if: >-
      (github.event_name == 'push' && github.ref_name == github.event.repository.default_branch) ||
      github.event.schedule == '${nightly}' || (github.event_name == 'workflow_dispatch' && !github.event.inputs.run)
    concurrency: { group: handrail-pages }
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions: { contents: read, issues: read }
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with: { persist-credentials: false, fetch-depth: 0 }
      - uses: actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0
        with: { node-version: 24 }
      - id: build
        uses: ${action}
        with: { handbook: "${handbook}", publish: pages, site: "\${{ vars.HANDRAIL_SITE }}", base: "\${{ vars.HANDRAIL_BASE }}" }
      - uses: actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0
        with: { path: "\${{ steps.build.outputs.folder }}" }
  # The pages as a pull request would make them, to take along. The job may only read, and nothing of the files is run.
  preview:
    if: github.event_name == 'pull_request' && github.event.action != 'closed'
    concurrency: { group: "handrail-preview-\${{ github.event.number }}", cancel-in-progress: true }
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions: { contents: read }
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
          fetch-depth: 0
          ref: "\${{ github.event.pull_request.head.sha }}"
          # The handbook alone: settings of programs beside it are the proposer's.
          sparse-checkout: "${handbook}"
          sparse-checkout-cone-mode: false
      - uses: actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0
        with: { node-version: 24 }
      - id: build
        uses: ${action}
        with: { handbook: "${handbook}", publish: preview }
      - uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0
        with: { name: handbook-preview, path: "\${{ steps.build.outputs.folder }}", retention-days: 14 }
  publish:
    needs: pages
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions: { pages: write, id-token: write }
    environment: { name: github-pages, url: "\${{ steps.deployment.outputs.page_url }}" }
    steps:
      - id: deployment
        uses: actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0
`,
  };
}
