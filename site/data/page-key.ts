import { createHash } from "node:crypto";
import type { Site } from "./site.ts";

/**
 * A key that changes whenever a page would look different: its own data, and what the frame of every page shows.
 * Astro leaves a page as it was built before while its key and the code it is made with stay the same.
 */
export function pageKey({ settings, handbook }: Site, ...data: readonly unknown[]): string {
  const { base, githubUrl, origin } = settings;
  const { title, language } = handbook.config;
  const frame = { base, githubUrl, origin, title, language };
  return createHash("sha256")
    .update(JSON.stringify([frame, data]))
    .digest("base64url");
}
