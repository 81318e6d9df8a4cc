import { join } from "node:path";
import { codeownersPlaces, writeCodeowners } from "../../core/codeowners/index.ts";
import type { HandbookFiles } from "../../core/definition/index.ts";
import { openHandbook } from "../../core/handbook/index.ts";
import { isOwnForm, issueForms } from "../../core/proposal/index.ts";
import {
  handrailWorkflow,
  isAsMade,
  namedRoles,
  publishesPages,
  type SetupAnswers,
  starterFiles,
  starterRoles,
  workflowPath,
  writeGitignore,
} from "../../core/setup/index.ts";
import { readHandbookFolder } from "../../disk/index.ts";
import { readTexts } from "../write-files.ts";

/** One file of a repository with Handrail in it. */
export interface SetupFile {
  /** Within the repository. */
  readonly path: string;
  readonly text: string;
  /** `kept` is there already and stays as it is; `added-to` keeps what is there and gets more. */
  readonly state: "new" | "added-to" | "kept";
}

/** What the files are made from. */
export interface SetupRequest {
  readonly repository: string;
  /** Folder of the handbook within it. */
  readonly handbook: string;
  /** Nothing where the repository has a handbook already. */
  readonly answers?: SetupAnswers | undefined;
  readonly login?: string | undefined;
  readonly action: string;
  /** Whether the pages are published on GitHub Pages. */
  readonly pages: boolean;
  readonly shipped: HandbookFiles;
}

/** Every file that a repository with Handrail in it has, each new, added to, or kept as it is. Reads, and writes nothing. */
export async function setupFiles(request: SetupRequest): Promise<SetupFile[]> {
  const { repository, handbook, shipped } = request;
  const own = await readHandbookFolder(join(repository, handbook)).catch((): HandbookFiles => new Map());
  const wanted = request.answers ? starterFiles(request.answers, shipped) : missingIn(own, request);
  const all: HandbookFiles = new Map([...wanted, ...own]);
  const opened = openHandbook(all).handbook;
  const beside = new Map([
    ...issueForms(opened),
    [
      workflowPath,
      handrailWorkflow({ action: request.action, handbook, publishesPages: request.pages }),
    ] as const,
  ]);
  const existing = await readTexts(repository, [...beside.keys(), ...codeownersPlaces, ".gitignore"]);
  const codeowners =
    codeownersPlaces.find((path) => existing.has(path)) ?? codeownersPlaces[0] ?? "CODEOWNERS";
  return [
    ...[...wanted].map(([path, text]) => fileOf(`${handbook}/${path}`, text, own.get(path))),
    ...[...beside].map(([path, text]) =>
      path === workflowPath
        ? workflowFile(text, existing.get(path))
        : formOrFile(path, text, existing.get(path)),
    ),
    addedTo(
      codeowners,
      writeCodeowners(existing.get(codeowners), opened, handbook),
      existing.get(codeowners),
    ),
    addedTo(".gitignore", writeGitignore(existing.get(".gitignore")), existing.get(".gitignore")),
  ];
}

/** What a handbook that is there lacks: people cannot be named without roles.yml. */
function missingIn(own: HandbookFiles, { shipped, login }: SetupRequest): HandbookFiles {
  if (own.has("roles.yml")) return new Map();
  return new Map([
    ["roles.yml", starterRoles(namedRoles(openHandbook(own).parsed.processes), shipped, login)],
  ]);
}

function fileOf(path: string, text: string, existing: string | undefined): SetupFile {
  return { path, text: existing ?? text, state: existing === undefined ? "new" : "kept" };
}

/** An issue form of ours that is out of date is written anew; everything else that is there stays. */
function formOrFile(path: string, text: string, existing: string | undefined): SetupFile {
  const isOld = existing !== undefined && existing.replaceAll("\r\n", "\n") !== text && isOwnForm(existing);
  return isOld ? { path, text, state: "added-to" } : fileOf(path, text, existing);
}

/** A workflow that nobody has changed gets the jobs that publish pages when they are asked for; any other stays as it is. */
function workflowFile(text: string, existing: string | undefined): SetupFile {
  const lacksPages = existing !== undefined && publishesPages(text) && !publishesPages(existing);
  return lacksPages && isAsMade(existing)
    ? { path: workflowPath, text, state: "added-to" }
    : fileOf(workflowPath, text, existing);
}

function addedTo(path: string, text: string, existing: string | undefined): SetupFile {
  const state = existing === undefined ? "new" : existing === text ? "kept" : "added-to";
  return { path, text, state };
}
