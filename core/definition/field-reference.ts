import { z } from "zod";
import { fieldAdvice } from "./field-kinds.ts";
import { handbookSchema } from "./handbook-schema.ts";
import { roleSchema } from "./people-schema.ts";
import { askFieldSchema, inputSchema, processSchema, stepSchema } from "./process-schema.ts";

/** One key of a file, as the reference of the guide tells it. */
export interface FieldReference {
  readonly key: string;
  readonly isRequired: boolean;
  /** What it means, as a sentence. */
  readonly meaning: string;
  /** What may stand there, as the checker says it; empty where the meaning says it all. */
  readonly expected: string;
}

/** The keys that stand together in one place. */
export interface ReferenceTable {
  readonly id: "process" | "ask" | "step" | "input" | "role" | "handbook" | "calendar";
  readonly fields: readonly FieldReference[];
}

/** Every key of every file, from the schema the checker uses. */
export function fieldReference(): ReferenceTable[] {
  return [
    { id: "process", fields: fieldsOf(processSchema) },
    { id: "step", fields: fieldsOf(stepSchema) },
    { id: "input", fields: fieldsOf(inputSchema) },
    { id: "ask", fields: fieldsOf(askFieldSchema) },
    { id: "role", fields: fieldsOf(roleSchema) },
    { id: "handbook", fields: fieldsOf(handbookSchema) },
    { id: "calendar", fields: fieldsOf(innermost(handbookSchema.shape.calendar)) },
  ];
}

function fieldsOf(schema: unknown): FieldReference[] {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape as Record<string, z.ZodType>).map(([key, field]) => ({
    key,
    isRequired: !(field instanceof z.ZodOptional),
    meaning: field.description ?? "",
    expected: fieldAdvice.get(innermost(field))?.expected ?? "",
  }));
}

function innermost(field: z.ZodType): z.ZodType {
  return field instanceof z.ZodOptional ? innermost(field.unwrap() as z.ZodType) : field;
}
