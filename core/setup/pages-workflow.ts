/** Path of the workflow that publishes a handbook on GitHub Pages. */
export const pagesWorkflowPath = ".github/workflows/handbook-pages.yml";

const firstLine = "# Made by `npx handrail init --pages`; `npx handrail upgrade` renews it.";

/** Whether the text of a workflow is one that Handrail made to publish pages. */
export function isPagesWorkflow(text: string): boolean {
  return text.startsWith(firstLine);
}

/**
 * The workflow that builds the pages of a handbook with the package in the given version, and publishes them on GitHub Pages. What
 * builds may not publish and the other way round. `handbook` is the folder.
 */
export function pagesWorkflow(version: string, handbook: string): string {
  const run = `npx --yes handrail@${version}`;
  return `${firstLine}
name: Handbook pages
on:
  push: { paths: ["${handbook}/**"] }
  # Every night for the dashboard's sake, and for dates that pass.
  schedule: [{ cron: "23 4 * * *" }]
  workflow_dispatch:
permissions: {}
concurrency: { group: handbook-pages }
jobs:
  build:
    if: github.ref_name == github.event.repository.default_branch || github.event_name == 'schedule'
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions: { contents: read, issues: read }
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with: { persist-credentials: false, fetch-depth: 0 }
      - uses: actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0
        with: { node-version: 24 }
      # Where handbook.yml does not publish runs, none are read.
      - run: ${run} report --published --format json --handbook "${handbook}" --repository "$GITHUB_REPOSITORY" > "$RUNNER_TEMP/runs.json"
        env: { GITHUB_TOKEN: "\${{ github.token }}" }
      - run: ${run} build --handbook "${handbook}" --out "$RUNNER_TEMP/pages"
        env:
          HANDRAIL_RUNS: "\${{ runner.temp }}/runs.json"
          HANDRAIL_REPOSITORY: "\${{ github.repository }}"
          HANDRAIL_BRANCH: "\${{ github.event.repository.default_branch }}"
          HANDRAIL_SITE: "\${{ vars.HANDRAIL_SITE }}"
          HANDRAIL_BASE: "\${{ vars.HANDRAIL_BASE || format('/{0}/', github.event.repository.name) }}"
      - uses: actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0
        with: { path: "\${{ runner.temp }}/pages" }
  publish:
    needs: build
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions: { pages: write, id-token: write }
    environment: { name: github-pages, url: "\${{ steps.deployment.outputs.page_url }}" }
    steps:
      - id: deployment
        uses: actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0
`;
}

/** The workflow as this version makes it, where nobody has changed it but for the version; otherwise only the version is another. */
export function renewPagesWorkflow(
  text: string,
  version: string,
  handbook: string,
): { readonly text: string; readonly isEdited: boolean } {
  const renewed = text.replaceAll(/\bhandrail@\d+\.\d+\.\d+\S*/g, () => `handrail@${version}`);
  return {
    text: renewed,
    isEdited: renewed.replaceAll("\r\n", "\n") !== pagesWorkflow(version, handbook),
  };
}
