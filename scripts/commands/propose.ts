import { readFile } from "node:fs/promises";
import { Option } from "commander";
import type { CheckedHandbook } from "../../core/handbook/index.ts";
import { withSuggestions } from "../../core/learning/index.ts";
import { measureFrameOf } from "../../core/metrics/index.ts";
import type { AddCommand } from "../command-line.ts";
import { githubHelp, repositoryOption } from "../github-option.ts";
import { handbookOption, readCheckedHandbook } from "../handbook-option.ts";
import { readRuns } from "../learning-runs.ts";
import { findProcess } from "../plan/find-process.ts";
import { replayTexts } from "../propose/replay-texts.ts";
import { type Suggestions, suggestionsOf } from "../propose/suggestions.ts";
import { suggestionsAsJson } from "../reporters/suggestions-as-json.ts";
import { suggestionsAsText } from "../reporters/suggestions-as-text.ts";
import { textAsPatch } from "../reporters/text-as-patch.ts";
import { type Terminal, UsageError } from "../terminal.ts";

interface ProposeOptions {
  readonly handbook: string;
  readonly runs?: string;
  readonly repository?: string;
  readonly format: "text" | "json" | "patch";
  readonly replay?: string | true;
}

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
    .addHelpText("after", githubHelp("read the repository and its issues; none with --runs"))
    .action(async (id: string | undefined, options: ProposeOptions) => {
      const checked = await readCheckedHandbook(options.handbook);
      const definitions =
        id === undefined ? [...checked.handbook.processes.values()] : [findProcess(id, checked, terminal)];
      const past = await readRuns(options, checked.handbook.config.repository, terminal);
      const frame = measureFrameOf(checked.handbook, terminal.now());
      const all = definitions.flatMap((definition) =>
        definition === undefined ? [] : [suggestionsOf(definition, past, checked, frame)],
      );
      const { replay: other, format, handbook: folder } = options;
      if (other === undefined) return print(all, options, checked, terminal);
      if (format === "patch")
        throw new UsageError("A replay cannot be printed as a patch, expected `--format text` or `json`.");
      return terminal.out(await replayTexts(all, { other, folder, format }, checked, frame));
    });
};

async function print(
  all: readonly Suggestions[],
  { format, handbook: folder }: ProposeOptions,
  { handbook: { roles }, root }: CheckedHandbook,
  terminal: Terminal,
): Promise<void> {
  if (format === "json") return terminal.out(suggestionsAsJson(all, roles));
  if (format === "text") return terminal.out(all.map((found) => suggestionsAsText(found, roles)).join("\n"));
  for (const { definition, proposals } of all) {
    const before = await readFile(`${folder}/${definition.path}`, "utf8");
    const { text: after } = withSuggestions(before, proposals, definition.path);
    if (after !== before) terminal.out(await textAsPatch(pathIn(root, definition), before, after));
  }
  return undefined;
}

/** The file as a patch names it: from the working folder, or within a handbook that lies elsewhere. */
function pathIn(root: string, { path }: Suggestions["definition"]): string {
  return root === "" || root.startsWith("..") ? path : `${root}/${path}`;
}
