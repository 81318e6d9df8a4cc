import { parseDocument } from "yaml";
import { z } from "zod";
import type { ImportedItem, ImportedList, ImportedQuestion } from "./imported-list.ts";

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const optional = scalar.nullish().transform((value) => (value ?? "").trim());

const formSchema = z.looseObject({
  name: optional,
  description: optional,
  body: z.array(
    z.looseObject({
      type: scalar,
      attributes: z
        .looseObject({
          label: optional,
          description: optional,
          value: optional,
          placeholder: optional,
          options: z
            .array(z.union([scalar, z.looseObject({ label: optional }).transform(({ label }) => label)]))
            .nullish(),
        })
        .nullish(),
      validations: z.looseObject({ required: z.boolean().nullish() }).nullish(),
    }),
  ),
});

/**
 * Reads a GitHub issue form: its boxes are the things to do, its other fields questions, its texts words. Nothing where the text is no
 * issue form.
 */
export function readFormList(text: string): ImportedList | undefined {
  const document = parseDocument(text, { logLevel: "silent" });
  if (document.errors.length > 0) return undefined;
  const read = formSchema.safeParse(valueIn(document));
  if (!read.success) return undefined;
  const about = [read.data.description];
  const rest: string[] = [];
  const items: ImportedItem[] = [];
  const questions: ImportedQuestion[] = [];
  for (const { type, attributes, validations } of read.data.body) {
    const { label = "", description = "", value = "", placeholder = "", options } = attributes ?? {};
    const choices = (options ?? []).filter((option) => option !== "");
    if (type === "checkboxes") {
      for (const words of choices) items.push({ words, heading: label, details: [], role: "", offset: "" });
      if (description !== "") rest.push(description);
    } else if (type === "markdown") (items.length === 0 ? about : rest).push(...value.split("\n"));
    else {
      questions.push({
        label,
        type:
          type === "dropdown" && choices.length > 0 ? "choice" : type === "textarea" ? "long-text" : "text",
        options: choices,
        isRequired: validations?.required === true,
        help: [description, placeholder].filter((words) => words !== "").join(" "),
      });
      if (value !== "") rest.push(...value.split("\n"));
    }
  }
  const words = (lines: readonly string[]) => lines.map((line) => line.trim()).filter((line) => line !== "");
  return { title: read.data.name, about: words(about), items, questions, rest: words(rest) };
}

/** Nothing for a document that refers to itself: forms need no aliases, and the parser throws where it meets one. */
function valueIn(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}
