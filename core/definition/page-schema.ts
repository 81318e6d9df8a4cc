import { z } from "zod";
import { line } from "./field-kinds.ts";

/** Front matter of a page of the handbook's own. */
export const pageSchema = z.strictObject({
  title: line(100).describe("The page as people call it; it stands in the menu."),
  summary: line(300).optional().describe("What the page is about, in one sentence."),
});

export type PageShape = z.output<typeof pageSchema>;
