import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { idPattern } from "../../core/definition/index.ts";
import { draftOfList, type ProcessDraft, readList } from "../../core/import/index.ts";
import { code } from "../../core/message.ts";
import type { AddCommand } from "../command-line.ts";
import { handbookOption, readCheckedHandbook } from "../handbook-option.ts";
import { exitCodes, type Terminal, UsageError } from "../terminal.ts";

interface ImportOptions {
  readonly handbook: string;
  readonly area?: string;
  readonly id?: string;
}

/** `import FILE`: a checklist from elsewhere as the draft of a process. */
export const addImportCommand: AddCommand = (program, terminal, finish) => {
  program
    .command("import")
    .description(
      "Turn a checklist (Markdown, GitHub issue form, CSV) into the draft of a process, with questions marked.",
    )
    .argument("<file>", "the list: .md, .yml of an issue form, or .csv with title, role and offset")
    .option("--area <area>", "write the draft into this folder of the handbook; it is printed when left out")
    .option("--id <id>", "the process's id; from the list's title when left out")
    .option(...handbookOption)
    .action(async (file: string, options: ImportOptions) => {
      const source = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
        throw new UsageError(
          error.code === "ENOENT"
            ? `There is no file ${code(file)}.`
            : `${code(file)} cannot be read (${error.code}).`,
        );
      });
      const reading = readList(basename(file), source);
      if ("problem" in reading) {
        terminal.err(`${file}: ${reading.problem}\n`);
        return finish(exitCodes.problems);
      }
      const { handbook } = await readCheckedHandbook(options.handbook);
      const roles = new Map([...handbook.roles].map(([id, { title }]) => [id, title]));
      const draft = draftOfList(reading.list, { file: basename(file), roles });
      return write({ ...draft, id: idOf(options.id ?? draft.id) }, options, terminal);
    });
};

async function write(
  draft: ProcessDraft,
  { area, handbook }: ImportOptions,
  terminal: Terminal,
): Promise<void> {
  if (area === undefined) terminal.out(draft.text);
  else {
    const path = join(handbook, idOf(area), `${draft.id}.mdx`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, draft.text, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
      throw error.code === "EEXIST"
        ? new UsageError(`There is a file ${code(path)} already; give the draft another name with \`--id\`.`)
        : error;
    });
    terminal.out(`${path}\n`);
  }
  const lines = draft.open.map((sentence) => `  - ${sentence}`);
  terminal.err(
    `The list does not say:\n${lines.join("\n")}\nEach place is marked with QUESTION. Answer them, take the word out, then run: npx handrail check\n`,
  );
}

function idOf(id: string): string {
  if (!idPattern.test(id))
    throw new UsageError(`Unexpected name ${code(id)}, expected lower-case letters, digits and dashes.`);
  return id;
}
