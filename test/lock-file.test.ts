import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Package {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, unknown>>;
  readonly integrity?: string;
}

/** One version and no other: no range, tag, folder or address. */
const isExact = (version: unknown) =>
  typeof version === "string" && /^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version);

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
  const {
    dependencies = {},
    devDependencies = {},
    optionalDependencies = {},
    overrides = {},
  } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8")) as Package;
  const all = { ...dependencies, ...devDependencies, ...optionalDependencies, ...overrides };
  expect(Object.entries(all).filter(([, version]) => !isExact(version))).toEqual([]);
  const locked = Object.entries(packagesOf(folder)).filter(([path]) => path !== "");
  expect(locked.filter(([, { version = "", integrity }]) => !isExact(version) || !integrity)).toEqual([]);
});

test.each([
  "^1.2.3",
  "~1.2.3",
  ">=1.2.3",
  "1.2",
  "1.x",
  "*",
  "latest",
  "",
  "1.2.3 || 2.0.0",
  "npm:other@1.2.3",
  "github:a/b",
])("%j is no exact version", (version) => expect(isExact(version)).toBe(false));
