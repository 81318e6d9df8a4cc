import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runCommandLine } from "../../../scripts/command-line.ts";
import { keyOpening, putIn, stepOpening } from "./put-in.ts";
import type { Example } from "./read-examples.ts";

/** A folder in which the examples of one page happen, one after another, as they would for its reader. */
export class ExampleHandbook {
  readonly folder = mkdtempSync(join(tmpdir(), "handrail-guide-"));
  readonly #before = process.cwd();

  constructor(handbook: string) {
    cpSync(handbook, join(this.folder, "processes"), { recursive: true });
    process.chdir(this.folder);
  }

  /** What a reader does with an example that is no command: writes it where the page says. */
  write({ language, target, text }: Example): void {
    if (target.includes(".")) this.#writeFile(target, text, language);
    else if (language === "mdx") this.#writeBody(target, text);
    else this.#writeFrontMatter(target, text);
  }

  /** What `npx handrail …` prints: results, then messages. */
  async run(command: string, now: string): Promise<string> {
    const args = command.replace(/^npx handrail /, "");
    if (args === command) throw new Error(`The guide shows \`${command}\`, which is no command of Handrail.`);
    const printed: Record<"out" | "err", string[]> = { out: [], err: [] };
    await runCommandLine(wordsOf(args), {
      out: (text) => printed.out.push(text),
      err: (text) => printed.err.push(text),
      now: () => now,
      env: {},
    });
    return [...printed.out, ...printed.err].join("").trimEnd();
  }

  remove(): void {
    process.chdir(this.#before);
    rmSync(this.folder, { recursive: true });
  }

  #writeFile(path: string, text: string, language: string): void {
    const file = path.includes("/") ? path : `processes/${path}`;
    const existing = language === "yaml" && existsSync(file) ? readFileSync(file, "utf8").trimEnd() : "";
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${language === "yaml" ? putIn(existing, text, keyOpening) : text}\n`);
  }

  /** Keys, or single steps, put into the front matter; a process that is not there yet gets what it lacks. */
  #writeFrontMatter(id: string, text: string): void {
    const { path, frontMatter, body } = this.#process(id);
    const isSteps = stepOpening.test(text.split("\n", 1)[0] ?? "");
    const keys = isSteps ? frontMatter : putIn(frontMatter, text, keyOpening);
    writeFileSync(path, file(isSteps ? putSteps(frontMatter, text) : keys, body));
  }

  #writeBody(id: string, text: string): void {
    const { path, frontMatter } = this.#process(id);
    writeFileSync(path, file(frontMatter, text));
  }

  #process(id: string): { path: string; frontMatter: string; body: string | undefined } {
    const [found] = globSync(`processes/*/${id}.mdx`);
    const path = found ?? `processes/content/${id}.mdx`;
    mkdirSync(dirname(path), { recursive: true });
    if (found === undefined) return { path, frontMatter: startOf(id), body: undefined };
    const [, frontMatter = "", body = ""] =
      /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(path, "utf8")) ?? [];
    return { path, frontMatter, body: body.includes(filledIn) ? undefined : body };
  }
}

const filledIn = "Instructions that the page does not show.";

function startOf(id: string): string {
  return `title: ${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll("-", " ")}
summary: A process of the guide.
outcome: The work is done.
trigger: Somebody asks for it.
owner: marketing-lead`;
}

function file(frontMatter: string, body: string | undefined): string {
  const titles = [...frontMatter.matchAll(/^ {4}title: (.*)$/gm)].map(([, title]) => title);
  const sections = titles.map((title) => `## ${title}\n\n${filledIn}\n`);
  return `---\n${frontMatter}\n---\n\n${body?.trim() ?? sections.join("\n")}\n`;
}

function putSteps(frontMatter: string, steps: string): string {
  const [before = "", after = ""] = frontMatter.split(/^(?=steps:\n)/m);
  const [own = "", ...others] = after.split(/\n(?=\w)/);
  return [before + putIn(own, steps, stepOpening), ...others].join("\n");
}

/** The words of a command, with what stands in double quotes as one. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}
