import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Command } from "commander";
import { civilToday, fromEpochDay, toEpochDay, weekdayOf } from "../../core/calendar/index.ts";
import { idFrom, idPattern, listOf } from "../../core/definition/index.ts";
import type { CheckedHandbook } from "../../core/handbook/index.ts";
import { workCalendarOf } from "../../core/holidays/index.ts";
import { code, unexpectedWord } from "../../core/message.ts";
import { rules } from "../../core/rules/index.ts";
import type { AddCommand } from "../command-line.ts";
import { handbookOption, readCheckedHandbook } from "../handbook-option.ts";
import { listRule } from "../new/list-rule.ts";
import { processTemplate } from "../new/process-template.ts";
import { ruleTemplate } from "../new/rule-template.ts";
import { readNow } from "../read-now.ts";
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
    .argument(
      "<id>",
      "its name, such as write-report: lower-case letters, digits and dashes; events/write-report names the area too",
    )
    .option("--area <area>", "folder it belongs to; the first area of the handbook when left out")
    .option(...handbookOption)
    .action(async (name: string, options: { area?: string; handbook: string }) => {
      const [, folder, id = ""] = /^(?:([a-z0-9][a-z0-9-]*)\/)?(.*)$/s.exec(name) ?? [];
      requireId("process", id);
      const checked = await readCheckedHandbook(options.handbook);
      const area = areaFor(options.area ?? folder, checked);
      const taken = checked.parsed.processes.find((process) => process.id === id);
      if (taken)
        throw new UsageError(
          `There is a process ${code(id)} already, in ${join(options.handbook, taken.path)}; choose another name.`,
        );
      const path = join(options.handbook, area, `${id}.mdx`);
      const role = roleFor(checked);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, processTemplate({ id, role }), { flag: "wx" });
      terminal.out(`${path}\n`);
      terminal.err(`Now write it:
  1. In the lines between --- and ---, say what the process is for, who does what, and when. The role is
     ${role} everywhere: put the right ones from roles.yml.
  2. Below, say how each step is done, under a heading equal to its title.
  3. Make the form that starts it: npx handrail forms
  4. See what it comes to: npx handrail check ${path}
     npx handrail plan ${id} --anchor ${dateToTry(terminal, checked)}
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
        throw new UsageError(`There is a rule ${code(id)} already; choose another name.`);
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
Then let editors know it: npx handrail schemas
`);
    });
}

function requireId(what: "process" | "rule", id: string): void {
  const isRight = what === "process" ? idPattern.test(id) : /^[a-z]+(-[a-z]+)*$/.test(id);
  if (isRight) return;
  const letters =
    what === "process" ? "lower-case letters, digits and dashes" : "lower-case letters and dashes";
  const example = what === "process" ? "write-report" : "vague-title";
  const mended = idFrom(id);
  const hint = mended === "" ? "choose another name." : `did you mean ${code(mended)}?`;
  throw new UsageError(
    `Unexpected name ${code(id)} of a ${what}, expected at most 64 ${letters}, such as ${code(example)}; ${hint}`,
  );
}

/** Folders there are, and those handbook.yml names; only where it names none, a new one may be made by the way. */
function areaFor(wanted: string | undefined, { parsed }: CheckedHandbook): string {
  const listed = Object.keys(parsed.config.draft.areas ?? {});
  const areas = [...new Set([...listed, ...parsed.processes.map(({ area }) => area)])];
  const area = wanted ?? areas[0] ?? "content";
  if (areas.includes(area) || (listed.length === 0 && idPattern.test(area))) return area;
  const remedy = "for a new area, add its folder and heading to `areas` in handbook.yml first.";
  throw new UsageError(unexpectedWord("--area", area, areas, remedy));
}

/** A day on which the new process could be planned: the Wednesday in six weeks, or the next business day. */
function dateToTry(terminal: Terminal, { handbook: { config } }: CheckedHandbook): string {
  const today = toEpochDay(civilToday(readNow(terminal), config.timeZone));
  const wednesday = today + 6 * 7 + 3 - weekdayOf(today);
  return fromEpochDay(workCalendarOf(config).nearestBusinessDay(wednesday, "after"));
}

/** The first role that has people; `editor` in a handbook without roles. */
function roleFor({ parsed }: CheckedHandbook): string {
  const roles = [...parsed.roles.draft];
  return (roles.find(([, role]) => listOf(role.people).length > 0) ?? roles[0])?.[0] ?? "editor";
}
