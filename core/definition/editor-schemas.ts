import { z } from "zod";
import { fieldAdvice } from "./field-kinds.ts";
import { handbookSchema } from "./handbook-schema.ts";
import { absencesSchema, peopleSchema, rolesSchema } from "./people-schema.ts";
import { processSchema } from "./process-schema.ts";

/** A JSON Schema (draft 7) as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON Schemas of the handbook's files, from the schema the checker uses, by the name of the file. */
export function editorSchemas(): Readonly<
  Record<"process" | "handbook" | "roles" | "absences" | "people", JsonSchema>
> {
  return {
    process: schemaOf(processSchema, "The front matter of a process"),
    handbook: schemaOf(handbookSchema, "The settings of a handbook"),
    roles: schemaOf(rolesSchema, "The roles of a handbook and the people who fill them"),
    absences: schemaOf(absencesSchema, "The days people are away, by GitHub login"),
    people: schemaOf(peopleSchema, "Names, time zones and calendars of people, by GitHub login"),
  };
}

/** Editors show `markdownDescription` on a key and `patternErrorMessage` where a text does not fit. */
function schemaOf(schema: z.ZodType, title: string): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: "draft-7",
    io: "input",
    override: ({ zodSchema, jsonSchema }) => {
      const advice = fieldAdvice.get(innermost(zodSchema));
      if (!advice) return;
      const note = `Expected ${advice.expected}.`;
      if (jsonSchema.pattern !== undefined) jsonSchema["patternErrorMessage"] = note;
      if (jsonSchema.description !== undefined)
        jsonSchema["markdownDescription"] = `${jsonSchema.description}\n\n${note}`;
    },
  });
  return { $schema, title, ...rest };
}

function innermost(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ? innermost(schema.unwrap()) : schema;
}
