import type { Finding } from "./finding.ts";
import { type HandbookShape, handbookSchema } from "./handbook-schema.ts";
import { invisibleFindings } from "./invisible-characters.ts";
import { type LocatedData, readLocatedYaml } from "./located-yaml.ts";
import { mergeMarkerFinding } from "./merge-marker-finding.ts";
import { normalizeText, sizeRefusal } from "./normalize-text.ts";
import { type ParsedPage, parsePage } from "./parse-page.ts";
import { type ParsedProcess, type ProcessSource, parseProcess } from "./parse-process.ts";
import {
  absencesSchema,
  type PersonShape,
  peopleSchema,
  type RoleShape,
  rolesSchema,
} from "./people-schema.ts";
import { readPeople } from "./read-people.ts";
import { type Draft, readShape, readShapeMap } from "./read-shape.ts";

/** The files of a handbook: path within its folder, with `/` between folders, and text. */
export type HandbookFiles = ReadonlyMap<string, string>;

/** A YAML file of the handbook, read but not judged. */
export interface ParsedData<T> {
  readonly path: string;
  readonly data: LocatedData;
  readonly draft: T;
  readonly findings: readonly Finding[];
}

/** A whole handbook, read but not judged. */
export interface ParsedHandbook {
  readonly config: ParsedData<Draft<HandbookShape>>;
  readonly roles: ParsedData<ReadonlyMap<string, Draft<RoleShape>>>;
  readonly absences: ParsedData<ReadonlyMap<string, string | readonly string[]>>;
  readonly people: ParsedData<ReadonlyMap<string, Draft<PersonShape>>>;
  /** In path order. */
  readonly processes: readonly ParsedProcess[];
  /** The handbook's own pages, in path order. */
  readonly pages: readonly ParsedPage[];
  /** Files that look as if they belonged to the handbook, but stand where none is read, by path. */
  readonly misplaced: readonly string[];
}

/** The files beside the areas that tell of the handbook as a whole. */
export const settingsFiles: readonly string[] = ["handbook.yml", "roles.yml", "absences.yml", "people.yml"];

/** What a file is to be called that goes by almost the name of one of the settings; nothing for other files. */
export function settingsFileMeant(name: string): string | undefined {
  const meant = name.toLowerCase().replace(/\.yaml$/, ".yml");
  return settingsFiles.find((file) => file === meant);
}

/**
 * Whether a path within a handbook names a file that Handrail reads, or one that looks as if it should: Markdown in
 * another place or under another ending, settings under almost their name. A README is for those who look at the folder.
 */
export function isHandbookFile(path: string): boolean {
  if (/(?:^|\/)readme\.mdx?$/i.test(path)) return false;
  const named = path.replace(/\.txt$/i, "");
  return (
    settingsFileMeant(named.slice(named.lastIndexOf("/") + 1)) !== undefined ||
    /\.(?:mdx?|markdown)$/i.test(named)
  );
}

/**
 * Reads every file of a handbook. A missing YAML file reads as an empty one. Never throws.
 * `parse` stands in for the parser of processes where its answer is known from an earlier time.
 */
export function parseHandbook(
  files: HandbookFiles,
  parse: (source: ProcessSource) => ParsedProcess = parseProcess,
): ParsedHandbook {
  const paths = [...files.keys()].sort();
  const isPage = (path: string) => /^pages\/[^/]+\.mdx$/.test(path);
  const isProcess = (path: string) => /^[^/]+\/[^/]+\.mdx$/.test(path) && !isPage(path);
  const isSettings = (path: string) => settingsFiles.includes(path);
  const misplaced = paths.filter(
    (path) => isHandbookFile(path) && !isProcess(path) && !isPage(path) && !isSettings(path),
  );
  const config = parseData(files, "handbook.yml", (data) => readShape(handbookSchema, data));
  return {
    config: files.has("handbook.yml") ? config : { ...config, findings: noSettings(misplaced) },
    roles: parseData(files, "roles.yml", (data) => readShapeMap(rolesSchema, data)),
    absences: parseData(files, "absences.yml", (data) => readPeople(absencesSchema, data)),
    people: parseData(files, "people.yml", (data) => readPeople(peopleSchema, data)),
    processes: paths.filter(isProcess).map((path) => parse({ path, text: files.get(path) ?? "" })),
    pages: paths.filter(isPage).map((path) => parsePage({ path, text: files.get(path) ?? "" })),
    misplaced,
  };
}

/** What is said where there is no handbook.yml; one under almost that name is told of as a file to rename. */
function noSettings(misplaced: readonly string[]): Finding[] {
  if (misplaced.some((path) => /^handbook\.ya?ml$/i.test(path))) return [];
  const message =
    "There is no `handbook.yml`, expected one beside the areas, with a line such as `title: Our handbook`; add it.";
  return [{ problemId: "wrong-type", line: 1, column: 1, message }];
}

/** Everything that was read of a handbook: the settings, then processes, then pages. */
export function filesRead({ config, roles, absences, people, processes, pages }: ParsedHandbook) {
  return [config, roles, absences, people, ...processes, ...pages];
}

function parseData<T>(
  files: HandbookFiles,
  path: string,
  read: (data: LocatedData) => { draft: T; findings: readonly Finding[] },
): ParsedData<T> {
  const text = normalizeText(files.get(path) ?? "");
  const refusal = refusalOf(text);
  const data = readLocatedYaml(refusal ? "" : text);
  const isReadable = !refusal && data.findings.length === 0;
  const { draft, findings: shapeFindings } = read(isReadable ? data : readLocatedYaml(""));
  if (refusal) return { path, data, draft, findings: [refusal] };
  const findings = [...invisibleFindings(text), ...data.findings, ...(isReadable ? shapeFindings : [])];
  return { path, data, draft, findings };
}

function refusalOf(text: string): Finding | undefined {
  const tooLarge = sizeRefusal(text);
  return tooLarge === undefined
    ? mergeMarkerFinding(text)
    : { problemId: "file-too-large", line: 1, column: 1, message: tooLarge };
}
