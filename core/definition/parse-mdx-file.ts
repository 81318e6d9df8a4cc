import type { z } from "zod";
import { cutByHashFindings } from "./cut-by-hash-findings.ts";
import type { Finding } from "./finding.ts";
import { type CutFile, cutFrontMatter } from "./front-matter.ts";
import { invisibleFindings } from "./invisible-characters.ts";
import { type LocatedData, readLocatedYaml } from "./located-yaml.ts";
import { mergeMarkerFinding } from "./merge-marker-finding.ts";
import { normalizeText } from "./normalize-text.ts";
import { type ParsedBody, parseBody } from "./parse-body.ts";
import { type Draft, readShape } from "./read-shape.ts";

/** A file of front matter and MDX, read but not judged: whatever fits is there, whatever does not is a finding. */
export interface ParsedMdx<S extends z.ZodObject> {
  readonly frontMatter: LocatedData;
  readonly draft: Draft<z.output<S>>;
  readonly body: ParsedBody;
  readonly findings: readonly Finding[];
}

/** Reads a file whose front matter has a schema. Never throws and never runs anything in it, whatever the text holds. */
export function parseMdxFile<S extends z.ZodObject>(source: string, schema: S): ParsedMdx<S> {
  const text = normalizeText(source);
  const { cut, frontMatter } = readFrontMatter(text);
  const isReadable = cut.findings.length === 0 && frontMatter.findings.length === 0;
  const shape = isReadable
    ? readShape(schema, frontMatter)
    : { draft: {} as Draft<z.output<S>>, findings: [] };
  const body = parseBody(cut.body, cut.bodyFirstLine);
  return {
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

/** Cuts a text with `\n` line ends, and reads its front matter. */
export function readFrontMatter(text: string): { readonly cut: CutFile; readonly frontMatter: LocatedData } {
  const cut = cutFrontMatter(text, mergeMarkerFinding(text));
  return { cut, frontMatter: readLocatedYaml(cut.yaml, cut.yamlFirstLine) };
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
