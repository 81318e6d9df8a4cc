import { resolve } from "node:path";
import { cacheKey } from "./file-cache.ts";

/** The folder, in that for what is kept between runs, for what belongs to one handbook. */
export function cacheFolderOf(cacheFolder: string, handbookFolder: string): string {
  return `${cacheFolder}/handrail/${cacheKey(resolve(handbookFolder)).slice(0, 16)}`;
}
