import { z } from "zod";

/** Whether a list of GitHub's goes on, and from where. */
export const pageInfoSchema = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });
