import { codeSpan, joinMarkdown, type Markdown, md } from "./markdown.ts";

/** A command as `/help` shows it. */
export interface CommandLine {
  readonly usage: string;
  readonly purpose: string;
}

/** Commands and what they do, one a line. */
export function commandList(commands: readonly CommandLine[]): Markdown {
  return joinMarkdown(
    commands.map(({ usage, purpose }) => md`- ${codeSpan(usage)}: ${purpose}`),
    "\n",
  );
}
