import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Package {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** The project, and folders that few need: each has a lock file of its own. */
const folders = [".", "mermaid", "mutation", "redos", "tools"];

type Packages = Readonly<Record<string, Package>>;

const packagesOf = (folder: string): Packages =>
  JSON.parse(readFileSync(`${folder}/package-lock.json`, "utf8")).packages;

/** Where npm finds a dependency of a package: in its own node_modules, or in one further up. */
function isListed(packages: Packages, owner: string, name: string): boolean {
  for (let folder = owner; ; folder = folder.replace(/\/?node_modules\/(?:@[^/]+\/)?[^/]+$/, "")) {
    if (packages[`${folder === "" ? "" : `${folder}/`}node_modules/${name}`]) return true;
    if (folder === "") return false;
  }
}

test.each(folders)("the lock file of %s lists the optional binaries of every platform", (folder) => {
  const packages = packagesOf(folder);
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isListed(packages, path, name))
      .map((name) => `${path} needs ${name}`),
  );
  expect(missing).toEqual([]);
});

test("the copied files of Mermaid are of the version that its lock file names", () => {
  const { version } = packagesOf("mermaid")["node_modules/mermaid"] ?? {};
  const files = globSync("mermaid/files/**/*.mjs").map((file) => readFileSync(file, "utf8"));
  expect(files.some((text) => text.includes(`version:"${version}"`))).toBe(true);
});

test.each(folders)("every dependency has one exact version, in %s", (folder) => {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(
    readFileSync(`${folder}/package.json`, "utf8"),
  ) as Package;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  );
  expect(loose).toEqual([]);
});
