import { fileTextsDocument } from "./documents/read-handbook.ts";
import type { GraphqlClient } from "./graphql-client.ts";
import type { RepositoryName } from "./observe-run.ts";
import type { FileTextsData } from "./response-types.ts";

/** A file of the repository at a commit. */
export interface BlobName {
  readonly revision: string;
  readonly path: string;
}

/** Reads files at commits, many in one request, and each at most once. */
export interface BlobReader {
  /** The texts in the order asked for; null for a file that is not there. */
  read(names: readonly BlobName[]): Promise<(string | null)[]>;
  /** A text that came along with something else. */
  remember(revision: string, path: string, text: string | null): void;
}

const mostInOneDocument = 80;
const mostRemembered = 5000;

/** What was read is kept: a file at a commit never changes. Of a commit that has none of the files nothing is: it may not be there yet, or come back. */
export function createBlobReader(graphql: GraphqlClient, repository: RepositoryName): BlobReader {
  const texts = new Map<string, string | null>();
  const keyOf = ({ revision, path }: BlobName) => `${revision}:${path}`;

  function keep(key: string, text: string | null): void {
    if (texts.size >= mostRemembered) texts.delete(texts.keys().next().value ?? "");
    texts.set(key, text);
  }

  return {
    async read(names) {
      const keys = names.map(keyOf);
      const fresh = new Map<string, string | null>();
      const missing = [...new Set(keys)].filter((key) => !texts.has(key));
      for (let from = 0; from < missing.length; from += mostInOneDocument) {
        const part = missing.slice(from, from + mostInOneDocument);
        const variables = Object.fromEntries(part.map((key, index) => [`file${index}`, key]));
        const data = await graphql<FileTextsData>(fileTextsDocument(part.length), {
          ...repository,
          ...variables,
        });
        for (const [index, key] of part.entries()) {
          fresh.set(key, data.repository?.[`file${index}`]?.text ?? null);
        }
      }
      const there = new Set(
        names.flatMap((name) =>
          typeof (fresh.get(keyOf(name)) ?? texts.get(keyOf(name))) === "string" ? [name.revision] : [],
        ),
      );
      for (const name of names) {
        const text = fresh.get(keyOf(name));
        if (text !== undefined && there.has(name.revision)) keep(keyOf(name), text);
      }
      return keys.map((key) => fresh.get(key) ?? texts.get(key) ?? null);
    },
    remember: (revision, path, text) => keep(keyOf({ revision, path }), text),
  };
}
