import { z } from "zod";
import { collectFieldSchema } from "./collect-schema.ts";
import { fieldExamples } from "./field-examples.ts";
import { fieldAdvice } from "./field-kinds.ts";
import { handbookSchema } from "./handbook-schema.ts";
import { pageSchema } from "./page-schema.ts";
import { absencesSchema, personSchema, roleSchema } from "./people-schema.ts";
import { processSchema } from "./process-schema.ts";
import { askFieldSchema } from "./question-schema.ts";
import { inputSchema, stepSchema } from "./step-schema.ts";

/** One key of a file, as the reference of the guide tells it. */
export interface FieldReference {
  readonly key: string;
  readonly isRequired: boolean;
  /** What it means, as a sentence. */
  readonly meaning: string;
  /** What may stand there, as the checker says it; empty where the meaning says it all. */
  readonly expected: string;
  /** A value that may stand there, as YAML on one line. */
  readonly example: string;
}

/** The keys that stand together in one place. */
export interface ReferenceTable {
  readonly id:
    | "process"
    | "ask"
    | "step"
    | "input"
    | "collect"
    | "role"
    | "absences"
    | "person"
    | "own-calendar"
    | "page"
    | "handbook"
    | "calendar"
    | "publish"
    | "changes"
    | "theme";
  readonly fields: readonly FieldReference[];
}

/** Every key of every file, from the schema the checker uses. In absences.yml, `login` stands for anybody's. */
export function fieldReference(): ReferenceTable[] {
  return [
    tableOf("process", processSchema),
    tableOf("step", stepSchema),
    tableOf("input", inputSchema),
    tableOf("collect", collectFieldSchema),
    tableOf("ask", askFieldSchema),
    tableOf("role", roleSchema),
    tableOf(
      "absences",
      z.strictObject({ login: absencesSchema.valueType.optional().describe(absencesMeaning) }),
    ),
    tableOf("person", personSchema),
    tableOf("own-calendar", innermost(personSchema.shape.calendar)),
    tableOf("page", pageSchema),
    tableOf("handbook", handbookSchema),
    tableOf("calendar", innermost(handbookSchema.shape.calendar)),
    tableOf("publish", innermost(handbookSchema.shape.publish)),
    tableOf("changes", innermost(handbookSchema.shape.changes)),
    tableOf("theme", innermost(handbookSchema.shape.theme)),
  ];
}

const absencesMeaning =
  "Somebody's GitHub login, and the days they are away; both ends of a stretch belong to it.";

function tableOf(id: ReferenceTable["id"], schema: z.ZodType): ReferenceTable {
  if (!(schema instanceof z.ZodObject)) return { id, fields: [] };
  const examples: Readonly<Record<string, string>> = fieldExamples[id];
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>).map(
    ([key, field]): FieldReference => ({
      key,
      isRequired: !(field instanceof z.ZodOptional),
      meaning: field.description ?? "",
      expected: fieldAdvice.get(innermost(field))?.expected ?? "",
      example: examples[key] ?? "",
    }),
  );
  return { id, fields };
}

function innermost(field: z.ZodType): z.ZodType {
  return field instanceof z.ZodOptional ? innermost(field.unwrap() as z.ZodType) : field;
}
