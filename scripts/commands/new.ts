import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Command } from "commander";
import { idPattern, listOf } from "../../core/definition/index.ts";
import { codeList } from "../../core/message.ts";
import { rules } from "../../core/rules/index.ts";
import type { AddCommand } from "../command-line.ts";
import { type CheckedHandbook, handbookOption, readCheckedHandbook } from "../handbook-option.ts";
import { listRule } from "../new/list-rule.ts";
import { processTemplate } from "../new/process-template.ts";
import { ruleTemplate } from "../new/rule-template.ts";
import { type Terminal, UsageError } from "../terminal.ts";

/** `new process ID` and `new rule ID`: files from a template. */
export const addNewCommand: AddCommand = (program, terminal) => {
  const command = program
    .command("new")
    .description("Make the files of a new process or rule from a template.");
  addNewProcess(command, terminal);
  addNewRule(command, terminal);
};

function addNewProcess(command: Command, terminal: Terminal): void {
  command
    .command("process")
    .description("Make the file of a new process, which passes the check and waits to be written over.")
    .argument("<id>", "its name, such as write-report: lower-case letters, digits and dashes")
    .option("--area <area>", "folder it belongs to; the first area of the handbook when left out")
    .option(...handbookOption)
    .action(async (id: string, options: { area?: string; handbook: string }) => {
      requireId("process", id);
      const checked = await readCheckedHandbook(options.handbook);
      const area = areaFor(options.area, checked);
      const taken = checked.parsed.processes.find((process) => process.id === id);
      if (taken)
        throw new UsageError(`There is a process ${id} already, in ${taken.path}; choose another name.`);
      const path = join(options.handbook, area, `${id}.mdx`);
      const role = roleFor(checked);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, processTemplate({ id, role }), { flag: "wx" });
      terminal.out(`${path}\n`);
      terminal.err(`Now write it:
  1. In the lines between --- and ---, say what the process is for, who does what, and when. The role is
     ${role} everywhere: put the right ones from roles.yml.
  2. Below, say how each step is done, under a heading equal to its title.
  3. See what it comes to: npm run handrail -- check ${path}
     npm run handrail -- plan ${id} --anchor 2026-12-18
  4. Make the form that starts it: npm run handrail -- forms
Another area is another folder: move the file there.
`);
    });
}

function addNewRule(command: Command, terminal: Terminal): void {
  command
    .command("rule")
    .description("Make the file of a new rule of the checker, for those who work on Handrail itself.")
    .argument("<id>", "its problem id, such as vague-title; it never changes afterwards")
    .action(async (id: string) => {
      requireId("rule", id);
      if (rules.some((rule) => rule.id === id))
        throw new UsageError(`There is a rule ${id} already; choose another name.`);
      const listFile = join("core", "rules", "rules.ts");
      const list = await readFile(listFile, "utf8").catch(() => undefined);
      if (list === undefined)
        throw new UsageError(`No ${listFile} here: rules are made in the folder of Handrail itself.`);
      const file = join("core", "rules", `${id}.ts`);
      await writeFile(file, ruleTemplate(id), { flag: "wx" });
      await writeFile(listFile, listRule(list, id));
      terminal.out(`${file}\n${listFile}\n`);
      terminal.err(`Now write it: ${file} holds a small rule that works. Begin with its examples, which are its
tests (npx vitest run test/core/rules), then the check; purpose and why become its page in the handbook.
`);
    });
}

function requireId(what: string, id: string): void {
  if (idPattern.test(id) && (what === "process" || /^[a-z]+(-[a-z]+)*$/.test(id))) return;
  throw new UsageError(
    `Unexpected name \`${id}\` of a ${what}, expected lower-case letters and dashes, such as \`${what === "rule" ? "vague-title" : "write-report"}\`.`,
  );
}

function areaFor(wanted: string | undefined, { parsed }: CheckedHandbook): string {
  const areas = [
    ...Object.keys(parsed.config.draft.areas ?? {}),
    ...parsed.processes.map(({ area }) => area),
  ];
  const area = wanted ?? areas[0] ?? "content";
  if (idPattern.test(area)) return area;
  throw new UsageError(
    `Unexpected --area \`${area}\`, expected a folder such as ${codeList([...new Set(areas)])}.`,
  );
}

/** The first role that has people; `editor` in a handbook without roles. */
function roleFor({ parsed }: CheckedHandbook): string {
  const roles = [...parsed.roles.draft];
  return (roles.find(([, role]) => listOf(role.people).length > 0) ?? roles[0])?.[0] ?? "editor";
}
