import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The facts of our own package.json that programs need. */
export interface PackageFacts {
  readonly version: string;
  /** The action of this version, such as `acme/handrail@0123… # v1.0.0`; only in a package that was made for others. */
  readonly action?: string | undefined;
  /** Names all that the programs of a package were made from; among the sources, which change at any time, nothing does. */
  readonly program?: string | undefined;
}

/** The folder of Handrail itself, among the sources and in a package alike: the nearest one with our package.json. */
export function packageRoot(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return folder;
    if (folder === dirname(folder))
      throw new Error("There is no package.json of Handrail above its programs.");
  }
}

/** What package.json says of this version. */
export function packageFacts(): PackageFacts {
  const { version, handrail } = JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8")) as {
    version: string;
    handrail?: Omit<PackageFacts, "version">;
  };
  return { ...handrail, version };
}
