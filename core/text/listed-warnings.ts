import { joinMarkdown, type Markdown, md } from "./markdown.ts";

/** Warnings as a ledger keeps them: the first ones. */
export interface ListedWarnings {
  readonly messages: readonly string[];
  /** How many more there are. */
  readonly left: number;
}

/** A line for each warning, and one that counts those left out; empty where there are none. */
export function listedWarnings({ messages, left }: ListedWarnings): Markdown {
  const more = left === 0 ? [] : [md`- and ${String(left)} more of the kind.`];
  return joinMarkdown([...messages.map((message) => md`- ${message}`), ...more], "\n");
}
