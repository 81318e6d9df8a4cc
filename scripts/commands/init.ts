import { access, readdir } from "node:fs/promises";
import { join } from "node:path";
import { type HandbookFiles, isHandbookFile, isLogin } from "../../core/definition/index.ts";
import { openHandbook } from "../../core/handbook/index.ts";
import { hasErrors } from "../../core/problem.ts";
import { publishesPages, workflowPath } from "../../core/setup/index.ts";
import { count } from "../../core/text/index.ts";
import { readHandbookFolder } from "../../disk/index.ts";
import type { AddCommand } from "../command-line.ts";
import { packageRoot } from "../package-root.ts";
import { problemReporters } from "../reporters/index.ts";
import { actionName, unknownOwner } from "../setup/action-name.ts";
import { askAnswers, usualAnswers } from "../setup/ask-answers.ts";
import { knownFacts } from "../setup/known-facts.ts";
import { type SetupFile, setupFiles } from "../setup/setup-files.ts";
import { exitCodes, type Terminal, UsageError } from "../terminal.ts";
import { writeFiles } from "../write-files.ts";

interface InitOptions {
  readonly yes?: boolean;
  readonly pages?: boolean;
  readonly handbook: string;
  readonly login?: string;
}

/** `init [DIR]`: a handbook in a repository that has none, or what one that is there still lacks. */
export const addInitCommand: AddCommand = (program, terminal, finish) => {
  program
    .command("init")
    .description("Begin a handbook in this repository: five questions, then it can be read and run.")
    .argument("[dir]", "the folder of the repository", ".")
    .option("--yes", "ask nothing; take what can be guessed")
    .option(
      "--login <name>",
      "your GitHub name, which all roles get at first; guessed from git when left out",
    )
    .option("--pages", "publish the pages on GitHub Pages, too")
    .option("--handbook <dir>", "folder of the handbook within it", "processes")
    .action(async (repository: string, { yes = false, pages = false, handbook, login }: InitOptions) => {
      if (login !== undefined && !isLogin(login))
        throw new UsageError(
          `\`--login ${login}\` names no account, expected the name as it stands in your GitHub address, such as octocat in github.com/octocat.`,
        );
      const known = await knownFacts(repository, terminal);
      const facts = { ...known, login: login ?? known.login };
      const shipped = await readHandbookFolder(join(packageRoot(), "processes"));
      const isThere = await isHandbook(join(repository, handbook));
      const answers = isThere
        ? undefined
        : yes
          ? usualAnswers(facts)
          : await askAnswers(facts, beginningsOf(shipped), terminal);
      const action = await actionName();
      const files = await setupFiles({
        ...{ repository, handbook, answers, action, pages, shipped },
        login: answers ? answers.login : facts.login,
      });
      tellFiles(files, terminal);
      const workflow = files.find(({ path }) => path === workflowPath)?.text ?? "";
      if (pages && !publishesPages(workflow)) terminal.err(`${pagesByHand}\n`);
      const wanted = files.filter(({ state }) => state !== "kept");
      if (wanted.length === 0) return terminal.err("Nothing is missing.\n");
      if (!yes && !(await agrees(terminal))) return terminal.err("Nothing was written.\n");
      await writeFiles(
        repository,
        wanted.map(({ path }) => path),
        new Map(wanted.map(({ path, text }) => [path, text])),
      );
      const { problems } = openHandbook(await readHandbookFolder(join(repository, handbook)), {
        root: join(repository, handbook).replaceAll("\\", "/"),
      });
      if (hasErrors(problems)) {
        terminal.err(problemReporters.text(problems.filter(({ severity }) => severity === "error")));
        return finish(exitCodes.problems);
      }
      return tellNext(terminal, {
        login: answers ? answers.login : facts.login,
        handbook,
        action,
        publishes: publishesPages(workflow),
      });
    });
};

/** Whether a folder holds a handbook. Throws where it holds something else, which would be mixed with one. */
async function isHandbook(folder: string): Promise<boolean> {
  const isThere = await access(join(folder, "handbook.yml")).then(
    () => true,
    () => false,
  );
  if (isThere) return true;
  const others = (await readdir(folder, { recursive: true }).catch(() => [])).filter(isHandbookFile);
  if (others.length === 0) return false;
  const settings = others.find((name) => /^handbook\.ya?ml$/i.test(name));
  if (settings !== undefined)
    throw new UsageError(
      `Unexpected name \`${settings}\` in ${folder}, expected \`handbook.yml\`: rename it, and init adds what else is missing.`,
    );
  throw new UsageError(
    `${folder} has no handbook.yml, but ${count(others.length, "text")} such as ${others[0]}: name another folder for the handbook, such as --handbook handbook.`,
  );
}

function beginningsOf(shipped: HandbookFiles) {
  const { processes } = openHandbook(shipped).handbook;
  return [...processes.values()].map(({ id, title }) => ({ id, title }));
}

const marks: Readonly<Record<SetupFile["state"], string>> = {
  new: "new     ",
  "added-to": "changed ",
  kept: "stays   ",
};

function tellFiles(files: readonly SetupFile[], { out }: Terminal): void {
  for (const { path, state } of files) out(`${marks[state]} ${path}\n`);
}

async function agrees({ ask }: Terminal): Promise<boolean> {
  if (!ask)
    throw new UsageError("Nobody is here to agree to these files: run it in a terminal, or add --yes.");
  return /^(?:y(?:es)?)?$/i.test((await ask("Write these files? [Y/n]: ")).trim());
}

interface Outcome {
  readonly login: string | undefined;
  readonly handbook: string;
  readonly action: string;
  readonly publishes: boolean;
}

/** What is said where the workflow that is there is not one that may be written anew. */
const pagesByHand = `${workflowPath} is not as Handrail made it, so the jobs that publish pages were not added. To have them, delete it and run \`npx handrail init --pages\`, then make your changes again.`;

function tellNext({ err }: Terminal, { login, handbook, action, publishes }: Outcome): void {
  const roles = `${handbook}/roles.yml`;
  const people =
    login === undefined
      ? `Put GitHub names into ${roles}: nobody holds a role yet.`
      : `You, ${login}, hold every role; put others into ${roles}.`;
  const owner = action.startsWith(`${unknownOwner}/`)
    ? `In .github/workflows/handrail.yml, write the account that publishes Handrail in place of ${unknownOwner}.`
    : undefined;
  const steps = [
    people,
    "See it: npx handrail start",
    owner,
    publishes ? "On GitHub, under Settings, Pages, choose the source GitHub Actions." : undefined,
    "Commit and push; from then on the bot works in GitHub Actions.",
  ].filter((step) => step !== undefined);
  err(
    `\nThe check finds no errors. Next:\n${steps.map((step, index) => `  ${index + 1}. ${step}\n`).join("")}`,
  );
}
