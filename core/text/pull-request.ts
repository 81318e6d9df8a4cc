import { type Markdown, md, messageWithCode, ours } from "./markdown.ts";
import { count, listInWords } from "./plural.ts";

const severities = { error: "Must be mended", warning: "Better otherwise", advice: "A hint" } as const;

/** What the bot says on pull requests. Arguments are plain text and are escaped here. */
export const pullRequest = {
  checkName: "Handrail",
  title: (errors: number, warnings: number, advice: number) => {
    const parts = [
      ...(errors > 0 ? [count(errors, "error")] : []),
      ...(warnings > 0 ? [count(warnings, "warning")] : []),
      ...(advice > 0 ? [count(advice, "hint")] : []),
    ];
    return parts.length === 0 ? "No problems" : listInWords(parts);
  },
  noProblems: md`The handbook reads well with this change.`,
  problems: (number: number): Markdown =>
    md`${count(number, "place")} in the text ${number === 1 ? "needs" : "need"} a look. Each is also marked on its line under “Files changed”.`,
  problem: (severity: keyof typeof severities, file: string, line: number, message: string): Markdown =>
    md`- **${severities[severity]}**, ${file}, line ${line}: ${messageWithCode(message)}`,
  moreProblems: (number: number): Markdown => md`- and ${count(number, "more place", "more places")}`,
  weight: (weight: "material" | "detail" | "wording" | null): Markdown =>
    ({
      material: md`The comment on this pull request says what the change means for those who work by it.`,
      detail: md`The change is about details: people do the same work as before.`,
      wording: md`Only words change: nobody has anything else to do than before.`,
      none: md`Nothing changes for those who work by this handbook.`,
    })[weight ?? "none"],
  heading: md`### What this change means`,
  broken: (errors: number): Markdown =>
    md`**${count(errors, "mistake")}** in the text must be mended before this can be used; the check “Handrail” says where. What follows leaves the processes with mistakes out.`,
  footer: (revision: string): Markdown =>
    ours(
      `<sub>Read from the files as of \`${revision.slice(0, 7)}\` and written anew with each change here. Runs that are under way keep the text they began with.</sub>`,
    ),
};
