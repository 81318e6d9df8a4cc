import type { PackageFacts } from "../package-root.ts";

/** Packages that are installed beside the programs: they bring binaries, or are read by their own files. */
export const besidePrograms: readonly string[] = ["pagefind", "satteri", "bullmq", "ioredis"];

/** What of our own package.json the published one is made from. */
interface OwnManifest {
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly repository?: unknown;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: unknown;
}

/**
 * The package.json of the published package. `doors` are the parts of the library, each imported as `handrail/PART`; `facts`
 * are what its programs know of themselves.
 */
export function packageManifest(
  own: string,
  doors: readonly string[],
  facts: Omit<PackageFacts, "version">,
): object {
  const { version, description, license, repository, dependencies, ...peers } = JSON.parse(
    own,
  ) as OwnManifest;
  const beside = Object.entries(dependencies).filter(
    ([name]) => besidePrograms.includes(name) || typesOfLibrary.includes(name),
  );
  return {
    name: "handrail",
    version,
    description,
    license,
    ...(repository !== undefined && { repository }),
    type: "module",
    engines: { node: ">=22.12" },
    bin: { handrail: "dist/handrail.js" },
    exports: Object.fromEntries(
      doors.map((door) => [
        `./${door}`,
        { types: `./dist/types/${door}/index.d.ts`, default: `./dist/${door}.js` },
      ]),
    ),
    dependencies: Object.fromEntries(beside),
    peerDependencies: peers.peerDependencies,
    peerDependenciesMeta: peers.peerDependenciesMeta,
    handrail: facts,
  };
}

/** Packages that the types of the library speak of. */
const typesOfLibrary: readonly string[] = ["zod", "yaml", "temporal-polyfill"];
