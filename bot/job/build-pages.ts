import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { appendFile, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "../../core/text/index.ts";
import type { JobEnvironment, JobInputs } from "./job-inputs.ts";
import type { JobOutcome } from "./tell-outcome.ts";
import { withRelativeLinks } from "./with-relative-links.ts";

/**
 * Builds the pages of the handbook that the job has checked out, with runs as far as handbook.yml publishes them, and tells later
 * steps the folder as the output `folder`. The page program and the search do not fit into the action's one file: npx fetches
 * the package of the same version. A preview is of the files of a pull request, which may be anybody's: no run is read for it, and nothing
 * of those files is run. Throws, with a sentence, where something needed is missing or a program fails.
 */
export async function buildPages(inputs: JobInputs, env: JobEnvironment): Promise<JobOutcome> {
  const workspace = env["GITHUB_WORKSPACE"] || process.cwd();
  const { owner, name, handbook } = inputs;
  if (!existsSync(join(workspace, handbook, "handbook.yml")))
    throw new Error(text.job.notCheckedOut(handbook));
  const folder = await mkdtemp(join(env["RUNNER_TEMP"] || tmpdir(), "handrail-pages-"));
  const [runsFile, pages] = [join(folder, "runs.json"), join(folder, "pages")];
  const isPreview = inputs.publish === "preview";
  const settings: JobEnvironment = {
    ...env,
    HANDRAIL_HANDBOOK: handbook,
    HANDRAIL_RUNS: isPreview ? undefined : runsFile,
    HANDRAIL_OUT: pages,
    HANDRAIL_CACHE: join(folder, "cache"),
    HANDRAIL_REPOSITORY: `${owner}/${name}`,
    HANDRAIL_BRANCH: defaultBranchOf(inputs.payload) ?? env["GITHUB_REF_NAME"],
    HANDRAIL_GITHUB_URL: env["GITHUB_SERVER_URL"],
    HANDRAIL_SITE: isPreview ? undefined : env["INPUT_SITE"] || env["HANDRAIL_SITE"],
    HANDRAIL_BASE: isPreview ? "/" : env["INPUT_BASE"] || env["HANDRAIL_BASE"] || usualBase(inputs),
  };
  const source = env["INPUT_PACKAGE"] || ownPackage();
  const handrail = (args: readonly string[], token?: string) =>
    run(["--yes", `--package=${source}`, "handrail", ...args], workspace, {
      ...settings,
      GITHUB_TOKEN: token,
      INPUT_TOKEN: undefined,
      INPUT_KEY: undefined,
    });
  const report = ["report", "--published", "--format", "json", "--handbook", handbook];
  if (!isPreview)
    await writeFile(runsFile, await handrail([...report, "--repository", `${owner}/${name}`], inputs.token));
  // What renders pages has no need of the token.
  const isWhole = await handrail(["build"]).then(
    () => true,
    (error: unknown) => {
      // A process with a mistake is left out; that is what the check is for, and the others can be read all the same.
      if (!isPreview || !existsSync(join(pages, "index.html"))) throw error;
      return false;
    },
  );
  if (isPreview) await makeReadableFromDisk(pages);
  if (env["GITHUB_OUTPUT"]) await appendFile(env["GITHUB_OUTPUT"], `folder=${pages}\n`);
  return { done: [text.job.built(pages)], warnings: isWhole ? [] : [text.job.builtInPart], failures: [] };
}

/** Whoever unpacks a preview opens its pages from a folder. */
async function makeReadableFromDisk(folder: string): Promise<void> {
  const paths = await readdir(folder, { recursive: true });
  for (const path of paths.filter((name) => name.endsWith(".html"))) {
    const file = join(folder, path);
    await writeFile(file, withRelativeLinks(await readFile(file, "utf8"), path.replaceAll("\\", "/")));
  }
}

/** Pages of `acme/handbook` stand below `/handbook/`, those of `acme/acme.github.io` at the top. */
function usualBase({ owner, name }: JobInputs): string {
  return name.toLowerCase() === `${owner.toLowerCase()}.github.io` ? "/" : `/${name}/`;
}

function defaultBranchOf(payload: unknown): string | undefined {
  const { repository } = (payload ?? {}) as { readonly repository?: { readonly default_branch?: string } };
  return repository?.default_branch;
}

/** The package of the version that this action is of: GitHub fetches the action with the package.json above it. */
function ownPackage(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
  return `handrail@${version}`;
}

/** Runs npx and gives what it prints; what it says beside that goes into the log of the job. */
function run(args: readonly string[], cwd: string, env: JobEnvironment): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn("npx", [...args], { cwd, env, stdio: ["ignore", "pipe", "inherit"] });
    let printed = "";
    child.stdout.setEncoding("utf8").on("data", (part: string) => {
      printed += part;
    });
    child.once("error", () => fail(new Error(text.job.noNpx)));
    child.once("close", (code) =>
      code === 0 ? done(printed) : fail(new Error(text.job.notBuilt(args.slice(2).join(" "), code ?? 1))),
    );
  });
}
