import { docsSchema } from "@astrojs/starlight/schema";
import { defineCollection } from "astro/content/config";
import { glob } from "astro/loaders";

/** The guide that comes with Handrail. */
export const collections = {
  docs: defineCollection({
    loader: glob({ base: "./site/content", pattern: "guide/**/*.mdx" }),
    schema: docsSchema(),
  }),
};
