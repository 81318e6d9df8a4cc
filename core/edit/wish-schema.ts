import { z } from "zod";
import { editableStepFields } from "./wish.ts";

/** The wishes that notes and files keep: a key of a step, and a step more. */
export const keptWishSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("set-step-field"),
    step: z.string(),
    field: z.enum(editableStepFields),
    value: z.union([z.string(), z.array(z.string()), z.number(), z.boolean(), z.null()]),
  }),
  z.object({
    kind: z.literal("add-step"),
    after: z.string(),
    step: z.object({ id: z.string(), title: z.string(), fields: z.object({ role: z.string() }) }),
  }),
]);

export type KeptWish = z.output<typeof keptWishSchema>;
