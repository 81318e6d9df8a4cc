import type { ProcessDefinition } from "../../core/definition/index.ts";
import { answerInWords } from "../../core/plan/index.ts";
import { escapeMarkdown } from "../../core/text/index.ts";
import { outsideCode } from "./outside-code.ts";

const tag = /<Answer\s+field=(?:"([^"\n]*)"|'([^'\n]*)')\s*\/>/g;

/** Markdown as its author wrote it, but with the question in the place of each `<Answer>`, as on the page. */
export function answersInMarkdown(markdown: string, asked: Pick<ProcessDefinition, "ask" | "steps">): string {
  if (!markdown.includes("<Answer")) return markdown;
  const words = (field: string) => answerInWords(field.trim(), asked, new Map());
  return outsideCode(markdown, (text) =>
    text.replace(tag, (whole, double?: string, single?: string) => {
      const shown = words(double ?? single ?? "");
      return shown === undefined ? whole : `*${escapeMarkdown(shown)}*`;
    }),
  );
}
