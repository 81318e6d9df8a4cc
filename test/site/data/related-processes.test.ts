import { expect, test } from "vitest";
import { relatedProcesses } from "../../../site/data/related-processes.ts";
import { siteOf } from "../site-of.ts";

type Sample = readonly [path: string, title: string, roles: readonly string[], child?: string];

/** A site of processes with one step for each role. */
function siteWith(samples: readonly Sample[]) {
  const roles = [...new Set(samples.flatMap(([, , all]) => all))];
  return siteOf(
    new Map([
      ["handbook.yml", "title: Ours\nareas: { here: Here, there: There }\n"],
      ["roles.yml", roles.map((role) => `${role}: { title: ${role}, people: [demo-jonas] }\n`).join("")],
      ...samples.map(([path, title, own, child]): [string, string] => {
        const steps = own.map((role, index) => `  - { id: s${index}, title: S${index}, role: ${role} }\n`);
        const last = child ? `  - { id: child, title: Child, kind: process, process: ${child} }\n` : "";
        const head = `title: ${title}\nsummary: S.\noutcome: O.\ntrigger: T.\nowner: ${own[0]}\n`;
        return [`${path}.mdx`, `---\n${head}steps:\n${steps.join("")}${last}---\n`];
      }),
    ]),
  );
}

const one: Sample = ["here/one", "One", ["a", "b", "c"]];

test.each<[string, readonly Sample[], readonly string[]]>([
  [
    "those that share the most roles come first, of whatever area",
    [one, ["here/few", "Few", ["a"]], ["there/many", "Many", ["a", "b"]], ["there/none", "None", ["x"]]],
    ["Many", "Few"],
  ],
  [
    "its own area goes before where as many are shared",
    [one, ["there/away", "Away", ["a"]], ["here/near", "Near", ["b"]]],
    ["Near", "Away"],
  ],
  [
    "then the title decides, and after it the id",
    [one, ["here/z", "Same", ["a"]], ["here/y", "Same", ["a"]], ["here/x", "First", ["b"]]],
    ["First", "Same y", "Same z"],
  ],
  [
    "there are four at most",
    [one, ...["p", "q", "r", "s", "t"].map((id): Sample => [`there/${id}`, id.toUpperCase(), ["a"]])],
    ["P", "Q", "R", "S"],
  ],
  [
    "children and parents are not told twice",
    [
      ["here/one", "One", ["a"], "kid"],
      ["here/kid", "Kid", ["a"]],
      ["there/top", "Top", ["a"], "one"],
    ],
    [],
  ],
])("of processes with the same roles, %s", (_what, samples, expected) => {
  const site = siteWith(samples);
  const definition = site.handbook.processes.get("one");
  if (definition === undefined) throw new Error("There is no process one.");
  const shown = relatedProcesses(definition, site).neighbours.map(({ text, href }) =>
    text === "Same" ? `Same ${href.split("/").at(-2)}` : text,
  );
  expect(shown).toEqual(expected);
});
