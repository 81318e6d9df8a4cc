import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { editorFilePaths, editorFiles } from "../../core/editor/index.ts";
import type { CheckedHandbook } from "../../core/handbook/index.ts";
import { isOwnForm, issueForms } from "../../core/proposal/index.ts";
import { isHandrailWorkflow, renewWorkflow, workflowPath } from "../../core/setup/index.ts";
import { readHandbookFolder } from "../../disk/index.ts";
import type { AddCommand } from "../command-line.ts";
import { handbookOption, readCheckedHandbook } from "../handbook-option.ts";
import { packageFacts, packageRoot } from "../package-root.ts";
import { actionName } from "../setup/action-name.ts";
import { changesSince } from "../setup/changes-since.ts";
import { setupFiles } from "../setup/setup-files.ts";
import { exitCodes } from "../terminal.ts";
import { findStale, readTexts, writeFiles } from "../write-files.ts";

interface UpgradeOptions {
  readonly handbook: string;
  readonly check?: boolean;
}

/** `upgrade`: what `init`, `forms` and `schemas` made is made anew by this version; nothing is added that is not there. */
export const addUpgradeCommand: AddCommand = (program, terminal, finish) => {
  program
    .command("upgrade")
    .description("Renew what Handrail made here to fit this version, and tell what is new in it.")
    .option("--check", "write nothing; tell what would change")
    .option(...handbookOption)
    .action(async ({ handbook, check }: UpgradeOptions) => {
      const checked = await readCheckedHandbook(handbook);
      const workflow = await renewedWorkflow();
      const wanted = new Map([
        ...(workflow ? [[workflowPath, workflow.text] as const] : []),
        ...(await renewedForms(checked)),
        ...(await renewedEditorFiles(handbook)),
      ]);
      const stale = await findStale(".", wanted);
      if (check !== true) await writeFiles(".", stale, wanted);
      for (const path of stale) terminal.out(`${path}\n`);
      if (workflow?.isEdited === true)
        terminal.err(
          `${workflowPath} has been changed by hand: only the version of the action was renewed. To have it whole, delete it and run \`npx handrail init\`.\n`,
        );
      const { version } = packageFacts();
      const news = changesSince(await readFile(join(packageRoot(), "CHANGELOG.md"), "utf8"), workflow?.from);
      terminal.err(
        stale.length === 0
          ? `Everything Handrail made here fits version ${version}.\n`
          : `${stale.length} ${stale.length === 1 ? "file" : "files"} ${check === true ? "would be" : ""} renewed for version ${version}.\n`.replace(
              "  ",
              " ",
            ),
      );
      const lacking = await lackingFiles(handbook);
      if (lacking.length > 0)
        terminal.err(
          `Not here yet: ${firstOf(lacking)}. \`npx handrail init\` shows and adds what is missing.\n`,
        );
      if (news !== "") terminal.err(`\n${news}`);
      if (check === true && stale.length > 0) finish(exitCodes.problems);
    });
};

async function renewedWorkflow() {
  const text = (await readTexts(".", [workflowPath])).get(workflowPath);
  if (text === undefined || !isHandrailWorkflow(text)) return undefined;
  const from = /handrail@\S+ # v(\S+)/.exec(text)?.[1];
  return { ...renewWorkflow(text, await actionName()), from };
}

async function renewedForms({ handbook }: CheckedHandbook): Promise<[string, string][]> {
  const forms = issueForms(handbook);
  const existing = await readTexts(".", [...forms.keys()]);
  return [...forms].filter(([path]) => isOwnForm(existing.get(path) ?? ""));
}

/** What `init` would write that is not here: to have it is a choice, which an upgrade does not take. */
async function lackingFiles(handbook: string): Promise<string[]> {
  const shipped = await readHandbookFolder(join(packageRoot(), "processes"));
  const request = { repository: ".", handbook, action: await actionName(), pages: false, shipped };
  const files = await setupFiles(request);
  return files.filter(({ state }) => state === "new").map(({ path }) => path);
}

function firstOf(paths: readonly string[]): string {
  const [shown, rest] = [paths.slice(0, 3), paths.length - 3];
  return rest > 0 ? `${shown.join(", ")} and ${rest} more` : shown.join(", ");
}

/** Help for editors is renewed where somebody has asked for it once. */
async function renewedEditorFiles(handbook: string): Promise<[string, string][]> {
  const existing = await readTexts(".", editorFilePaths());
  if (!existing.has("schemas/process.schema.json")) return [];
  return [...editorFiles(handbook, existing).files].filter(([path]) => existing.has(path));
}
