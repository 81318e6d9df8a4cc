import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const documents = [...globSync("*.md"), ...globSync("{docs,sandbox,.github}/**/*.md")];
const packageScripts = Object.keys(JSON.parse(readFileSync("package.json", "utf8")).scripts);

/** The targets of a document's links and pictures that stand in this repository. */
const localLinks = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].flatMap(([, target = ""]) =>
    /^[a-z]+:/.test(target) ? [] : [target],
  );

test.each(documents)("%s links to what there is", (document) => {
  const links = localLinks(readFileSync(document, "utf8"));
  expect(links.filter((target) => !existsSync(join(dirname(document), target)))).toEqual([]);
});

test.each(documents)("%s names npm scripts that there are", (document) => {
  const named = [...readFileSync(document, "utf8").matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name);
  expect(named.filter((name) => !packageScripts.includes(name ?? ""))).toEqual([]);
});
