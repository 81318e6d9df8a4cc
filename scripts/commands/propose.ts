import { readFile } from "node:fs/promises";
import { Option } from "commander";
import type { ProcessDefinition } from "../../core/definition/index.ts";
import { type CheckedHandbook, openHandbook } from "../../core/handbook/index.ts";
import {
  describeProposal,
  learningThresholds,
  type OpenReply,
  openReplies,
  type Proposal,
  proposeChanges,
  summariseReplay,
  withSuggestions,
} from "../../core/learning/index.ts";
import { type MeasureFrame, measureFrameOf, type RunRecord } from "../../core/metrics/index.ts";
import { text } from "../../core/text/index.ts";
import { readHandbookFolder, readHandbookRevision } from "../../disk/index.ts";
import type { AddCommand } from "../command-line.ts";
import { githubHelp, repositoryOption } from "../github-option.ts";
import { handbookOption, readCheckedHandbook } from "../handbook-option.ts";
import { type PastRuns, readRuns } from "../learning-runs.ts";
import { findProcess } from "../plan/find-process.ts";
import { textAsPatch } from "../reporters/text-as-patch.ts";
import { type Terminal, UsageError } from "../terminal.ts";

interface ProposeOptions {
  readonly handbook: string;
  readonly runs?: string;
  readonly repository?: string;
  readonly format: "text" | "json" | "patch";
  readonly replay?: string | true;
}

const words = text.learning;

/** `propose [ID]`: what past runs suggest to change, with the evidence; or what they would have been under another text. */
export const addProposeCommand: AddCommand = (program, terminal) => {
  program
    .command("propose")
    .description("Print what past runs suggest to change in a process, with the evidence.")
    .argument("[id]", "the process; all of them when left out")
    .option("--runs <file>", "records of runs that `report --format json` wrote, instead of asking GitHub")
    .addOption(
      new Option("--format <format>", "how to print").choices(["text", "json", "patch"]).default("text"),
    )
    .option(
      "--replay [text]",
      "what past runs would have been under a git revision or a file of the process; under the suggestions when nothing is named",
    )
    .option(...repositoryOption)
    .option(...handbookOption)
    .addHelpText("after", githubHelp)
    .action(async (id: string | undefined, options: ProposeOptions) => {
      const checked = await readCheckedHandbook(options.handbook);
      const definitions =
        id === undefined ? [...checked.handbook.processes.values()] : [findProcess(id, checked, terminal)];
      const past = await readRuns(options, checked.handbook.config.repository, terminal);
      const frame = measureFrameOf(checked.handbook, terminal.now());
      const all = definitions.flatMap((definition) =>
        definition === undefined ? [] : [{ definition, ...suggestionsOf(definition, past, checked, frame) }],
      );
      if (options.replay !== undefined) return replay(all, options, checked, frame, terminal);
      return print(all, options, checked, terminal);
    });
};

interface Suggestions {
  readonly definition: ProcessDefinition;
  readonly records: readonly RunRecord[];
  readonly proposals: readonly Proposal[];
  /** What people answered after runs, and nobody has dealt with. */
  readonly replies: readonly OpenReply[];
}

function suggestionsOf(
  definition: ProcessDefinition,
  { runs, dealtWith }: PastRuns,
  { handbook }: CheckedHandbook,
  frame: MeasureFrame,
): Omit<Suggestions, "definition"> {
  const records = runs.filter(({ process }) => process === definition.id);
  return {
    records,
    proposals: proposeChanges({ definition, handbook, records, frame }),
    ...openReplies(records, dealtWith, Number.POSITIVE_INFINITY),
  };
}

async function print(
  all: readonly Suggestions[],
  { format, handbook: folder }: ProposeOptions,
  { handbook, root }: CheckedHandbook,
  terminal: Terminal,
): Promise<void> {
  if (format === "json") {
    const found = all.map(({ definition, records, proposals, replies }) => ({
      process: definition.id,
      runs: records.length,
      proposals: proposals.map((proposal) => ({
        ...proposal,
        sentence: describeProposal(proposal, { definition, roles: handbook.roles }),
      })),
      replies,
    }));
    return terminal.out(`${JSON.stringify(found, null, 2)}\n`);
  }
  if (format === "patch") {
    for (const { definition, proposals } of all) {
      const before = await readFile(`${folder}/${definition.path}`, "utf8");
      const { text: after } = withSuggestions(before, proposals);
      if (after !== before) terminal.out(await textAsPatch(pathIn(root, definition), before, after));
    }
    return undefined;
  }
  for (const { definition, records, proposals, replies } of all) {
    const { title } = definition;
    if (records.length < learningThresholds.fewest)
      terminal.out(`${words.tooFew(title, records.length, learningThresholds.fewest)}\n`);
    else if (proposals.length === 0) terminal.out(`${words.nothing(title, records.length)}\n`);
    else {
      const lines = proposals.map(
        (proposal) => `- ${describeProposal(proposal, { definition, roles: handbook.roles })}\n`,
      );
      terminal.out(`${words.heading(title, records.length)}\n\n${lines.join("")}\n`);
    }
    if (replies.length === 0) continue;
    const said = replies.map(
      ({ question, words: own, by, run, stepTitle }) =>
        `- ${words.reply(text.retrospective.questions[question], own, by, run.number, stepTitle)}\n`,
    );
    terminal.out(`${words.repliesHeading(title)}\n\n${said.join("")}\n`);
  }
  return undefined;
}

/** The file as a patch names it: from the working folder, or within a handbook that lies elsewhere. */
function pathIn(root: string, { path }: ProcessDefinition): string {
  return root === "" || root.startsWith("..") ? path : `${root}/${path}`;
}

async function replay(
  all: readonly Suggestions[],
  options: ProposeOptions,
  checked: CheckedHandbook,
  frame: MeasureFrame,
  terminal: Terminal,
): Promise<void> {
  for (const { definition, records, proposals } of all) {
    const other = await otherDefinition(definition, proposals, options, checked);
    const { processes } = checked.handbook;
    const { runs, did, would, unknown } = summariseReplay(records, other, { ...frame, processes });
    if (runs.length === 0) {
      terminal.out(`${words.replay.none(definition.title)}\n`);
      continue;
    }
    terminal.out(`${words.replay.met(definition.title, would, did, runs.length)}\n`);
    for (const run of runs) {
      const line = words.replay.run(run.issue.number, run.readyOn, run.wouldBeReadyOn, run.anchorDate);
      const held =
        run.wouldMeetTheDate || run.heldBy === undefined ? "" : `; ${words.replay.heldBy(run.heldBy)}`;
      terminal.out(`- ${line}${held}.\n`);
    }
    if (unknown.length > 0) terminal.out(`${words.replay.unknown(unknown)}\n`);
  }
}

/** The process under another text: its suggestions, a file, or the handbook at a git revision. */
async function otherDefinition(
  definition: ProcessDefinition,
  proposals: readonly Proposal[],
  { replay: other, handbook: folder }: ProposeOptions,
  { root }: CheckedHandbook,
): Promise<ProcessDefinition> {
  const files = new Map(await readHandbookFolder(folder));
  if (other === true || other === undefined) {
    const before = files.get(definition.path) ?? "";
    return definedIn(
      files.set(definition.path, withSuggestions(before, proposals).text),
      definition,
      "these suggestions",
    );
  }
  const file = await readFile(other, "utf8").catch(() => undefined);
  if (file !== undefined) return definedIn(files.set(definition.path, file), definition, other);
  const revision = await readHandbookRevision(folder, other);
  if (revision === undefined)
    throw new UsageError(
      `${other} is neither a file nor a revision that git knows here${root === "" ? "" : ` for ${root}`}.`,
    );
  return definedIn(revision, definition, other);
}

function definedIn(
  files: ReadonlyMap<string, string>,
  { id }: ProcessDefinition,
  name: string,
): ProcessDefinition {
  const found = openHandbook(files).handbook.processes.get(id);
  if (found) return found;
  throw new UsageError(`${name} has no process ${id} without errors, expected a text that could be merged.`);
}
