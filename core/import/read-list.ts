import { normalizeText, sizeRefusal } from "../definition/index.ts";
import type { ImportedList } from "./imported-list.ts";
import { readCsvList } from "./read-csv-list.ts";
import { readFormList } from "./read-form-list.ts";
import { readMarkdownList } from "./read-markdown-list.ts";

/** A list that was read, or why none could be, in words. */
export type ListReading = { readonly list: ImportedList } | { readonly problem: string };

/** Reads a file with a list of things to do, by the ending of its name: Markdown, a GitHub issue form, or a table. Never throws. */
export function readList(name: string, source: string): ListReading {
  const tooLarge = sizeRefusal(source);
  if (tooLarge !== undefined) return { problem: tooLarge };
  const text = normalizeText(source);
  const list = listOfKind(name.toLowerCase(), text);
  if (list === undefined)
    return {
      problem: /\.ya?ml$/i.test(name)
        ? "This is no GitHub issue form, expected `body:` with a list of fields; give me the checklist as Markdown instead."
        : "I read lists in Markdown (`.md`), GitHub issue forms (`.yml`) and tables (`.csv`); save the list as one of them.",
    };
  return list.items.length === 0
    ? {
        problem:
          "There is nothing to do in this file, expected boxes such as `- [ ] Write the draft`, a list, or rows of a table.",
      }
    : { list };
}

function listOfKind(name: string, text: string): ImportedList | undefined {
  if (/\.(?:md|mdx|markdown|txt)$/.test(name)) return readMarkdownList(text);
  if (/\.ya?ml$/.test(name)) return readFormList(text);
  if (/\.(?:csv|tsv)$/.test(name)) return readCsvList(text);
  return undefined;
}
