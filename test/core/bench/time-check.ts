import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { resolve } from "node:path";
import matter from "gray-matter";
import remarkGfm from "remark-gfm";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { parseDocument } from "yaml";
import { type HandbookFiles, parseHandbook } from "../../../core/definition/index.ts";
import { checkHandbook } from "../../../core/rules/index.ts";
import { generateHandbook } from "../../site/bench/generate-handbook.ts";
import { writeFiles } from "../../site/bench/write-files.ts";
import { type Cost, costOf, secondsOf } from "./seconds.ts";

/** What a check of a generated handbook takes, beside ways that read the same files and check nothing. */
export async function timeCheck(processes: number): Promise<(readonly [what: string, cost: Cost])[]> {
  const files = generateHandbook(processes, 1);
  const texts = [...files].flatMap(([path, text]) => (path.endsWith(".mdx") ? [text] : []));
  const folder = resolve(".cache/bench-language");
  rmSync(folder, { recursive: true, force: true });
  writeFiles(folder, files);
  const whole = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();
  return [
    ["`handrail check`, the whole command", await secondsOf(3, () => runCheck(folder))],
    ["reading and checking, in one program", costOf(3, () => readAndCheck(files))],
    [
      "gray-matter with its own YAML reader: front matter only, nothing checked",
      // An empty options object keeps gray-matter from giving back what it has read before.
      costOf(3, () => {
        for (const text of texts) matter(text, {});
      }),
    ],
    [
      "yaml and remark-mdx, each file as a whole: nothing checked",
      costOf(3, () => {
        for (const text of texts) {
          const end = text.indexOf("\n---\n");
          parseDocument(text.slice(4, end)).toJS();
          whole.parse(text.slice(end + 5));
        }
      }),
    ],
  ];
}

function readAndCheck(files: HandbookFiles): void {
  const problems = checkHandbook(parseHandbook(files));
  if (problems.some(({ severity }) => severity === "error")) throw new Error("The handbook should be sound.");
}

function runCheck(folder: string): Promise<void> {
  const child = spawn(process.execPath, ["scripts/handrail.ts", "check", "--handbook", folder], {
    stdio: ["ignore", "ignore", "ignore"],
  });
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("exit", (code) => (code === 0 ? done() : fail(new Error(`check ended with ${code}.`))));
  });
}
