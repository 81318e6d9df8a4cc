import {
  type Handbook,
  type HandbookFiles,
  parseProcess,
  settingsFiles,
} from "../../core/definition/index.ts";
import { type CheckedHandbook, createHandbookOpener, openHandbook } from "../../core/handbook/index.ts";
import { rememberLast } from "../../core/remember-last.ts";
import type { DaysAndPeople, RunFiles, RunHandbook } from "../../core/run/index.ts";
import { createBlobReader } from "./blob-reader.ts";
import { handbookTreeDocument } from "./documents/read-handbook.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import type { RepositoryName } from "./observe-run.ts";
import type { HandbookFolder, HandbookTreeData } from "./response-types.ts";

/** Reads the handbook of a repository at a commit, as far as it is needed. */
export interface HandbookReader {
  /** The settings at a commit with one process and its children. */
  read(revision: string, process: string): Promise<RunHandbook>;
  /** The same for a run that knows its files. */
  readFiles(revision: string, paths: readonly string[]): Promise<RunHandbook>;
  /** Who is there and when nobody works, at a commit; nothing where its files cannot be understood. */
  readDaysAndPeople(revision: string): Promise<DaysAndPeople | undefined>;
  /** Reads ahead what several runs need, in as few requests as it takes. */
  readAhead(wanted: readonly RunFiles[]): Promise<void>;
  /** Every process at a commit. */
  readAll(revision: string): Promise<Handbook>;
  /** The text of every process file at a commit, by path within the handbook. */
  readTexts(revision: string): Promise<HandbookFiles>;
  /** The folder at the newest commit, as git names it. */
  readonly newestFolder: string;
  /** Whether the folder of any commit is known; what is known of none can come along with the first reading of a run. */
  knowsAny(): boolean;
  /** The folder at a commit, which came along with something else. */
  remember(revision: string, folder: HandbookFolder): void;
  /** The whole handbook at a commit, checked. */
  open(revision: string): Promise<CheckedHandbook>;
}

const deepestChildren = 5;
/** Handbooks that are kept open: runs of one process at one commit share theirs. */
const mostRemembered = 50;

/** The files of a handbook at a commit, as far as their names go. */
interface HandbookTree {
  /** Path within the handbook of every process file, by process id. */
  readonly paths: ReadonlyMap<string, string>;
}

/**
 * A reader for the handbook in a folder of the repository. A commit never changes, so what was read of one is
 * kept; the memory only saves requests.
 */
export function createHandbookReader(
  graphql: GraphqlClient,
  repository: RepositoryName,
  root: string,
): HandbookReader {
  const blobs = createBlobReader(graphql, repository);
  // What a pull request leaves as it is reads the same on both of its sides.
  const openBoth = createHandbookOpener();
  const trees = new Map<string, HandbookTree>();
  const opened = new Map<string, ReturnType<typeof handbookOf>>();
  const whole = new Map<string, CheckedHandbook>();
  const inRepository = (path: string) => `${root}/${path}`;

  async function treeAt(revision: string): Promise<HandbookTree> {
    const known = trees.get(revision);
    if (known) return known;
    const folder = `${revision}:${root}`;
    const data = await graphql<HandbookTreeData>(handbookTreeDocument, { ...repository, folder });
    return remember(revision, data.repository?.object ?? null);
  }

  function remember(revision: string, folder: HandbookFolder): HandbookTree {
    const { tree, settings } = treeIn(folder);
    trees.set(revision, tree);
    for (const name of settingsFiles)
      blobs.remember(revision, inRepository(name), settings.get(name) ?? null);
    return tree;
  }

  async function textsOf(revision: string, paths: readonly string[]): Promise<HandbookFiles> {
    const texts = await blobs.read(paths.map((path) => ({ revision, path: inRepository(path) })));
    return new Map(
      paths.flatMap((path, index) => (texts[index] == null ? [] : [[path, texts[index]] as const])),
    );
  }

  async function openAt(revision: string, paths: readonly string[]) {
    const key = JSON.stringify([revision, ...paths]);
    const known = opened.get(key);
    if (known) return known;
    const texts = await textsOf(revision, paths);
    const fresh = handbookOf(JSON.stringify([root, ...texts]));
    // A commit that is not there now may be there again.
    if (texts.size === 0) return fresh;
    if (opened.size >= mostRemembered) opened.delete(opened.keys().next().value ?? "");
    opened.set(key, fresh);
    return fresh;
  }

  async function readFiles(
    revision: string,
    paths: readonly string[],
    processPaths: ReadonlyMap<string, string> = new Map(paths.map((path) => [idOf(path), path])),
  ): Promise<RunHandbook> {
    const { handbook, problems } = await openAt(revision, [...settingsFiles, ...paths]);
    return { handbook, revision, root, problems, processPaths };
  }

  return {
    async read(revision, process) {
      const tree = await treeAt(revision);
      const paths = await withChildren(process, tree, (wanted) => textsOf(revision, wanted));
      return readFiles(revision, paths, tree.paths);
    },
    readFiles: (revision, paths) => readFiles(revision, paths),
    async readDaysAndPeople(revision) {
      const texts = await textsOf(revision, settingsFiles);
      const { handbook, problems } = await openAt(revision, settingsFiles);
      return texts.has("handbook.yml") && problems.length === 0 ? handbook : undefined;
    },
    async readAhead(wanted) {
      await blobs.read(
        wanted.flatMap(({ revision, paths = [] }) =>
          [...settingsFiles, ...paths].map((path) => ({ revision, path: inRepository(path) })),
        ),
      );
    },
    async readAll(revision) {
      const tree = await treeAt(revision);
      return (await openAt(revision, [...settingsFiles, ...tree.paths.values()])).handbook;
    },
    async readTexts(revision) {
      return textsOf(revision, [...(await treeAt(revision)).paths.values()]);
    },
    newestFolder: `HEAD:${root}`,
    knowsAny: () => trees.size > 0,
    remember: (revision, folder) => void remember(revision, folder),
    async open(revision) {
      const known = whole.get(revision);
      if (known) return known;
      const tree = await treeAt(revision);
      const texts = await textsOf(revision, [...settingsFiles, ...tree.paths.values()]);
      const fresh = openBoth(texts, { root });
      whole.set(revision, fresh);
      return fresh;
    },
  };
}

function treeIn(folder: HandbookFolder): { tree: HandbookTree; settings: ReadonlyMap<string, string> } {
  const entries = folder?.entries ?? [];
  const paths = entries.flatMap((area) =>
    (area.object?.entries ?? [])
      .filter((entry) => entry.type === "blob" && entry.name.endsWith(".mdx"))
      .map((entry) => [idOf(entry.name), `${area.name}/${entry.name}`] as const),
  );
  const settings = entries.flatMap(({ name, object }) =>
    typeof object?.text === "string" ? [[name, object.text] as const] : [],
  );
  return {
    tree: { paths: new Map(paths) },
    settings: new Map(settings),
  };
}

/** The path of a process and of its child processes, level by level; empty when the handbook has no such process. */
async function withChildren(
  process: string,
  tree: HandbookTree,
  read: (paths: readonly string[]) => Promise<HandbookFiles>,
): Promise<string[]> {
  const found = new Set<string>();
  let wanted = [process];
  for (let depth = 0; depth < deepestChildren && wanted.length > 0; depth += 1) {
    const paths = wanted.flatMap((id) => tree.paths.get(id) ?? []).filter((path) => !found.has(path));
    for (const path of paths) found.add(path);
    const texts = await read(paths);
    wanted = [...texts.keys()].sort().flatMap((path) => childrenIn(texts.get(path) ?? ""));
  }
  return [...found];
}

/** The ids of the processes that a process starts, by its text. Most commits leave it as it is. */
const childrenIn = rememberLast(mostRemembered, (text): readonly string[] => {
  const { draft } = parseProcess({ path: "", text });
  return (draft.steps ?? []).flatMap((step) => step.process ?? []);
});

/**
 * The handbook of some texts: its folder and each path with its text, as JSON. Most commits leave them as they are. A process
 * with errors is left out, and its problems are told.
 */
const handbookOf = rememberLast(mostRemembered, (json): Pick<RunHandbook, "handbook" | "problems"> => {
  const [root, ...texts] = JSON.parse(json) as [string, ...[string, string][]];
  const { handbook, problems } = openHandbook(new Map(texts), { root, facts: { isPartial: true } });
  return { handbook, problems: problems.filter(({ severity }) => severity === "error") };
});

function idOf(path: string): string {
  return path.replace(/^.*\//, "").replace(/\.mdx$/, "");
}
