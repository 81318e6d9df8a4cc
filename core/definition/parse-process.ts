import { cutByHashFindings } from "./cut-by-hash-findings.ts";
import type { Finding } from "./finding.ts";
import { cutFrontMatter } from "./front-matter.ts";
import { invisibleFindings } from "./invisible-characters.ts";
import { type LocatedData, readLocatedYaml } from "./located-yaml.ts";
import { mergeMarkerFinding } from "./merge-marker-finding.ts";
import { normalizeText } from "./normalize-text.ts";
import { type ParsedBody, parseBody } from "./parse-body.ts";
import { type ProcessShape, processSchema } from "./process-schema.ts";
import { type Draft, readShape } from "./read-shape.ts";

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
export function parseProcess(source: ProcessSource): ParsedProcess {
  const text = normalizeText(source.text);
  const unmerged = mergeMarkerFinding(text);
  const cut = cutFrontMatter(text, unmerged);
  const frontMatter = readLocatedYaml(cut.yaml, cut.yamlFirstLine);
  const isReadable = cut.findings.length === 0 && frontMatter.findings.length === 0;
  const shape = isReadable
    ? readShape(processSchema, frontMatter)
    : { draft: {} as Draft<ProcessShape>, findings: [] };
  const body = parseBody(cut.body, cut.bodyFirstLine);
  const parts = source.path.split("/");
  return {
    path: source.path,
    id: (parts.at(-1) ?? "").replace(/\.mdx$/, ""),
    area: parts.length > 1 ? (parts[0] ?? "") : "",
    frontMatter,
    draft: shape.draft,
    body,
    findings: [
      ...cut.findings,
      ...toldOnce(invisibleFindings(text), shape.findings),
      ...(isReadable ? cutByHashFindings(cut.yaml, cut.yamlFirstLine) : []),
      ...frontMatter.findings,
      ...body.findings,
    ],
  };
}

/** A value that does not fit for a character nobody sees is told where that character stands. */
function toldOnce(invisible: readonly Finding[], shape: readonly Finding[]): Finding[] {
  const placeOf = ({ line, column }: Finding) =>
    invisible.find((other) => other.line === line && other.column >= column);
  const misread = new Map(shape.map((finding) => [placeOf(finding), finding.misread]));
  return [
    ...invisible.map((finding) => {
      const field = misread.get(finding);
      return field === undefined ? finding : { ...finding, misread: field };
    }),
    ...shape.filter((finding) => placeOf(finding) === undefined),
  ];
}
