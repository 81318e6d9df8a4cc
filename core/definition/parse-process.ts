import type { Finding } from "./finding.ts";
import type { LocatedData } from "./located-yaml.ts";
import type { ParsedBody } from "./parse-body.ts";
import { parseMdxFile } from "./parse-mdx-file.ts";
import { type ProcessShape, processSchema } from "./process-schema.ts";
import type { Draft } from "./read-shape.ts";

/** A process file as text: its path within the handbook, `content/publish-blog-post.mdx`. */
export interface ProcessSource {
  readonly path: string;
  readonly text: string;
}

/** A process file that has been read but not judged: whatever fits is there, whatever does not is a finding. */
export interface ParsedProcess {
  /** Path within the handbook, with `/` between folders. */
  readonly path: string;
  /** File name without ending; the process id when it has the form of one. */
  readonly id: string;
  /** First folder of the path; empty for a file beside the areas. */
  readonly area: string;
  readonly frontMatter: LocatedData;
  readonly draft: Draft<ProcessShape>;
  readonly body: ParsedBody;
  readonly findings: readonly Finding[];
}

/** Reads one process file. Never throws and never runs anything in it, whatever the text holds. */
export function parseProcess({ path, text }: ProcessSource): ParsedProcess {
  return { ...placeInHandbook(path), ...parseMdxFile(text, processSchema) };
}

/** What the path of a process file says of it. */
export function placeInHandbook(path: string): Pick<ParsedProcess, "path" | "id" | "area"> {
  const parts = path.split("/");
  return {
    path,
    id: (parts.at(-1) ?? "").replace(/\.mdx$/, ""),
    area: parts.length > 1 ? (parts[0] ?? "") : "",
  };
}
