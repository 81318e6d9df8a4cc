import { docsSchema } from "@astrojs/starlight/schema";
import { defineCollection } from "astro/content/config";
import { glob } from "astro/loaders";
import { z } from "astro/zod";
import { handbookLoader } from "./content/handbook-loader.ts";

/** The handbook's processes, and the guide that comes with Handrail. */
export const collections = {
  processes: defineCollection({
    loader: handbookLoader(),
    schema: z.object({ title: z.string(), summary: z.string(), area: z.string() }),
  }),
  docs: defineCollection({
    loader: glob({ base: "./site/content", pattern: "guide/**/*.mdx" }),
    schema: docsSchema(),
  }),
};
