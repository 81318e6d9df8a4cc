import { defineHandbook, type HandbookFiles, parseHandbook } from "../../core/definition/index.ts";
import { hasErrors, type Problem } from "../../core/problem.ts";
import { checkHandbook } from "../../core/rules/index.ts";
import type { RunHandbook } from "../../core/run/index.ts";
import { fileTextsDocument, handbookTreeDocument } from "./documents/read-handbook.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import type { RepositoryName } from "./observe-run.ts";
import type { FileTextsData, HandbookTreeData } from "./response-types.ts";

/** Reads the handbook of a repository at a commit, as far as one process needs it. */
export interface HandbookReader {
  /** The newest commit of the default branch; nothing in an empty repository. */
  newestRevision(): Promise<string | undefined>;
  /** The handbook's settings, roles and absences at a commit, with one process and its children. */
  read(revision: string, process: string): Promise<RunHandbook>;
}

const mostRemembered = 200;
const deepestChildren = 5;

/**
 * A reader for the handbook in a folder of the repository. A commit never changes, so what was read of one is
 * kept; the memory only saves requests.
 */
export function createHandbookReader(
  graphql: GraphqlClient,
  repository: RepositoryName,
  root: string,
): HandbookReader {
  const trees = new Map<string, Promise<HandbookTree>>();
  const handbooks = new Map<string, Promise<RunHandbook>>();
  return {
    async newestRevision() {
      const { revision, tree } = await readTree(graphql, repository, root, "HEAD");
      if (revision !== undefined && !trees.has(revision)) trees.set(revision, Promise.resolve(tree));
      return revision;
    },
    read(revision, process) {
      return remember(handbooks, `${revision} ${process}`, async () => {
        const tree = await remember(
          trees,
          revision,
          async () => (await readTree(graphql, repository, root, revision)).tree,
        );
        const files = await readProcessFiles(graphql, repository, { root, revision, tree, process });
        return handbookOf(files, tree, { root, revision });
      });
    },
  };
}

interface HandbookTree {
  /** Path within the handbook of every process file, by process id. */
  readonly paths: ReadonlyMap<string, string>;
  /** The files beside the areas, with their texts. */
  readonly settings: HandbookFiles;
}

async function remember<T>(memory: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const known = memory.get(key);
  if (known) return known;
  const reading = read();
  if (memory.size >= mostRemembered) memory.delete(memory.keys().next().value ?? "");
  memory.set(key, reading);
  reading.catch(() => memory.delete(key));
  return reading;
}

async function readTree(
  graphql: GraphqlClient,
  repository: RepositoryName,
  root: string,
  revision: string,
): Promise<{ readonly revision: string | undefined; readonly tree: HandbookTree }> {
  const data = await graphql<HandbookTreeData>(handbookTreeDocument, {
    ...repository,
    folder: `${revision}:${root}`,
  });
  const entries = data.repository?.object?.entries ?? [];
  const paths = entries.flatMap((area) =>
    (area.object?.entries ?? [])
      .filter((entry) => entry.type === "blob" && entry.name.endsWith(".mdx"))
      .map((entry) => [entry.name.replace(/\.mdx$/, ""), `${area.name}/${entry.name}`] as const),
  );
  const settings = entries.flatMap(({ name, object }) =>
    name.endsWith(".yml") && typeof object?.text === "string" ? [[name, object.text] as const] : [],
  );
  return {
    revision: data.repository?.defaultBranchRef?.target?.oid,
    tree: { paths: new Map(paths), settings: new Map(settings) },
  };
}

interface ProcessRequest {
  readonly root: string;
  readonly revision: string;
  readonly tree: HandbookTree;
  readonly process: string;
}

/** The file of a process and of its child processes, level by level; the settings come with them. */
async function readProcessFiles(
  graphql: GraphqlClient,
  repository: RepositoryName,
  { root, revision, tree, process }: ProcessRequest,
): Promise<HandbookFiles> {
  const files = new Map(tree.settings);
  let wanted = [process];
  for (let depth = 0; depth < deepestChildren && wanted.length > 0; depth += 1) {
    const paths = wanted.flatMap((id) => tree.paths.get(id) ?? []).filter((path) => !files.has(path));
    if (paths.length === 0) break;
    const variables = Object.fromEntries(
      paths.map((path, index) => [`file${index}`, `${revision}:${root}/${path}`]),
    );
    const data = await graphql<FileTextsData>(fileTextsDocument(paths.length), {
      ...repository,
      ...variables,
    });
    for (const [index, path] of paths.entries())
      files.set(path, data.repository?.[`file${index}`]?.text ?? "");
    const read = parseHandbook(new Map(paths.map((path) => [path, files.get(path) ?? ""])));
    wanted = read.processes.flatMap(({ draft }) => (draft.steps ?? []).flatMap((step) => step.process ?? []));
  }
  return files;
}

function handbookOf(
  files: HandbookFiles,
  tree: HandbookTree,
  { root, revision }: { root: string; revision: string },
): RunHandbook {
  const parsed = parseHandbook(files);
  const problems = checkHandbook(parsed, root).filter((problem) => problem.severity === "error");
  const isBroken = (path: string) =>
    hasErrors(problems.filter((problem: Problem) => problem.file === `${root}/${path}`));
  return {
    handbook: defineHandbook(parsed, (path) => !isBroken(path)),
    revision,
    root,
    processIds: [...tree.paths.keys()].sort(),
    problems,
  };
}
