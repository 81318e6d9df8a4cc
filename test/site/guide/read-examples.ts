/** A fenced example of a guide page. */
export interface Example {
  /** The word after the fence: `yaml`, `mdx` or `console`. */
  readonly language: string;
  /** What follows it: the file or the process the example belongs to; empty for `console`. */
  readonly target: string;
  readonly text: string;
  /** Line of the page on which the fence opens. */
  readonly line: number;
}

/** The fenced examples of a page, from top to bottom. */
export function readExamples(page: string): Example[] {
  const fences = page.matchAll(/^(`{3,})(\w*)(?: (.*))?\n([\s\S]*?)\n\1$/gm);
  return [...fences].map(({ index, 2: language = "", 3: target = "", 4: text = "" }) => ({
    language,
    target,
    text,
    line: page.slice(0, index).split("\n").length,
  }));
}

/** A command of a `console` example, and what the page says that it prints. */
export interface ShownCommand {
  readonly command: string;
  readonly shown: string;
}

/** The commands of a `console` example: each begins with `$ `, and what it prints follows. */
export function readCommands(text: string): ShownCommand[] {
  return text.split(/^\$ /m).flatMap((part) => {
    const [command = "", ...printed] = part.split("\n");
    return command === "" ? [] : [{ command, shown: printed.join("\n").trimEnd() }];
  });
}
