import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createGitHubRepository } from "../../bot/github/github-repository.ts";
import { factsOfRun } from "../../core/run/index.ts";
import type { AddCommand } from "../command-line.ts";
import { githubHelp, githubTarget, repositoryOption } from "../github-option.ts";
import { handbookOption, readCheckedHandbook } from "../handbook-option.ts";
import { recordPage } from "../record/record-page.ts";
import { faultsOfProof, newRecordKey, proveRun } from "../record/run-proof.ts";
import { exitCodes, type Terminal, UsageError } from "../terminal.ts";

interface RecordOptions {
  readonly handbook: string;
  readonly repository?: string;
  readonly check?: string;
  readonly newKey?: boolean;
  readonly key?: string;
  readonly out: string;
}

/** The file beside handbook.yml that holds the public key. */
const publicKeyFile = "record-key.pub";

/** `record`: one run as a page and a file that prove themselves, and the proof. */
export const addRecordCommand: AddCommand = (program, terminal, finish) => {
  program
    .command("record")
    .description("Write one run as a page and a signed file, or check such a file without a network.")
    .argument("[run]", "number of the run's issue")
    .option("--check <file>", "say whether a file, and the page beside it, are as they were signed")
    .option("--key <file>", `the public key to check with; ${publicKeyFile} in the handbook when left out`)
    .option("--new-key", `make a pair of keys: the public one is written to ${publicKeyFile} in the handbook`)
    .option("--out <folder>", "where the page and the file are written", ".")
    .option(...repositoryOption)
    .option(...handbookOption)
    .addHelpText(
      "after",
      `${githubHelp("read the repository and its issues; none with --check or --new-key")}
The private key stands in the environment variable HANDRAIL_RECORD_KEY, as text in PEM or as the path of such a file.`,
    )
    .action(async (run: string | undefined, options: RecordOptions) => {
      if (options.newKey === true) return makeKey(options, terminal);
      if (options.check !== undefined) return finish(await check(options.check, options, terminal));
      if (run === undefined || !/^\d{1,9}$/.test(run))
        throw new UsageError(
          "No run is named, expected the number of its issue, such as `handrail record 12`.",
        );
      await write(Number(run), options, terminal);
    });
};

async function makeKey({ handbook }: RecordOptions, terminal: Terminal): Promise<void> {
  const { publicKey, privateKey } = newRecordKey();
  const path = join(handbook, publicKeyFile);
  await writeFile(path, publicKey, { flag: "wx" }).catch(() => {
    throw new UsageError(`${path} is there already; records signed with its key need it. Move it first.`);
  });
  terminal.out(privateKey);
  terminal.err(
    `The public key is in ${path}: commit it. The private key stands above: keep it as a secret named HANDRAIL_RECORD_KEY, and nowhere else.\n`,
  );
}

async function write(number: number, options: RecordOptions, terminal: Terminal): Promise<void> {
  const privateKey = await privateKeyOf(terminal);
  const { handbook } = await readCheckedHandbook(options.handbook);
  const { owner, name, graphql } = githubTarget(options.repository, handbook.config.repository, terminal);
  const repository = createGitHubRepository({
    graphql,
    name: { owner, name },
    root: options.handbook,
    // Whoever may read the issues may record: the runs of every app count.
    trust: "apps",
  });
  const observation = await repository.observe(number);
  const pinned = observation && (await repository.readHandbook(observation));
  const facts =
    pinned && factsOfRun({ observed: observation.observed, handbook: pinned, now: terminal.now() });
  if (!facts) throw new UsageError(`Issue #${number} of ${owner}/${name} is no run that has begun.`);
  const page = recordPage(facts);
  const path = join(options.out, `run-${number}`);
  await writeFile(`${path}.md`, page);
  await writeFile(`${path}.json`, `${JSON.stringify(proveRun(facts, page, privateKey), null, 2)}\n`);
  terminal.err(`Wrote ${path}.md and ${path}.json: ${facts.length} facts.\n`);
}

async function check(file: string, options: RecordOptions, terminal: Terminal): Promise<number> {
  const keyFile = options.key ?? join(options.handbook, publicKeyFile);
  const publicKey = await readFile(keyFile, "utf8").catch(() => {
    throw new UsageError(`No public key is at ${keyFile}; name it with --key.`);
  });
  const text = await readFile(file, "utf8").catch(() => {
    throw new UsageError(`There is no file ${file}.`);
  });
  const page = await readFile(file.replace(/\.json$/, ".md"), "utf8").catch(() => undefined);
  const faults = faultsOfProof(text, page === text ? undefined : page, publicKey);
  const fine =
    page === undefined
      ? "All of the file is as it was signed. The page of the same name is not beside it.\n"
      : "All of it is as it was signed.\n";
  terminal.out(faults.length === 0 ? fine : `${faults.join("\n")}\n`);
  return faults.length === 0 ? exitCodes.fine : exitCodes.problems;
}

async function privateKeyOf({ env }: Terminal): Promise<string> {
  const given = env["HANDRAIL_RECORD_KEY"];
  if (!given)
    throw new UsageError(
      "HANDRAIL_RECORD_KEY is not set, expected a private key; `handrail record --new-key` makes one.",
    );
  if (given.includes("PRIVATE KEY")) return given;
  return readFile(given, "utf8").catch(() => {
    throw new UsageError("HANDRAIL_RECORD_KEY is neither a private key in PEM nor the path of one.");
  });
}
