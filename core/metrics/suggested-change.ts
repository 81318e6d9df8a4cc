import { z } from "zod";
import { keptWishSchema } from "../edit/index.ts";

/**
 * A change that past runs suggested, as a pull request remembers it: enough to write it, to know whether it was asked before, and to say what
 * became of it.
 */
export const suggestedChangeSchema = z.object({
  /** Id of the rule by which it was suggested; a newer version may know others. */
  rule: z.string(),
  step: z.string(),
  /** In so many runs it was seen when it was asked. */
  hits: z.number().int().min(1),
  wish: keptWishSchema,
  /** What its sentence says besides; absent in the notes of older versions. */
  seen: z
    .object({
      title: z.string(),
      /** Of so many runs. */
      n: z.number().int().min(1),
      detail: z.string(),
      days: z.object({ median: z.number(), percentile80: z.number() }).optional(),
    })
    .optional(),
});

export type SuggestedChange = z.output<typeof suggestedChangeSchema>;
