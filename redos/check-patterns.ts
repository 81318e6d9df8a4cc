import { globSync, readFileSync } from "node:fs";
import { checkSync } from "recheck";
import ts from "typescript";
import { type Bound, bounded } from "./bounded.ts";

/*
 * Tries every regular expression of the program for texts that take it more than linear time. What is found, or cannot be judged in
 * time, has to stand in bounded.ts with what holds it, and is measured with the worst text of that length; what stands there without
 * need is told too.
 */

/** For one pattern; a slow machine may need all of it. */
const timeout = 60_000;
/** A pattern may keep the program busy this long with the worst text that its bound allows. */
const longestMilliseconds = 50;
const folders = ["core", "bot", "disk", "site"];

/** The patterns in the sources, each with the places it stands at. */
function patternsIn(paths: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const path of paths) {
    const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        found.set(node.text, [...(found.get(node.text) ?? []), `${path}:${line}`]);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

/** What is wrong with a pattern; nothing when it takes linear time at most. */
function faultOf(pattern: string): string | undefined {
  const end = pattern.lastIndexOf("/");
  const result = checkSync(pattern.slice(1, end), pattern.slice(end + 1), { timeout });
  if (result.status === "safe") return undefined;
  return result.status === "vulnerable" ? result.complexity.summary : `not judged: ${result.error.kind}`;
}

/** How long a pattern takes to replace all it finds in the worst text of its bound: the quickest of a few tries. */
function millisecondsOf(pattern: string, { longest, worst: [start, repeated, end] }: Bound): number {
  const closing = pattern.lastIndexOf("/");
  const expression = new RegExp(pattern.slice(1, closing), pattern.slice(closing + 1));
  const times = Math.floor((longest - start.length - end.length) / repeated.length);
  const text = `${start}${repeated.repeat(times)}${end}`;
  const tries = Array.from({ length: 3 }, () => {
    const before = performance.now();
    text.replace(expression, "");
    return performance.now() - before;
  });
  return Math.min(...tries);
}

const patterns = patternsIn(folders.flatMap((folder) => globSync(`${folder}/**/*.ts`)).sort());
let wrong = 0;
let judged = 0;
for (const [pattern, places] of patterns) {
  const held = bounded.get(pattern);
  const fault = held === undefined ? faultOf(pattern) : undefined;
  judged += held === undefined ? 1 : 0;
  if (fault === undefined) continue;
  wrong += 1;
  process.stdout.write(`${places.join(", ")}: ${pattern} is ${fault}\n`);
}
for (const [pattern, bound] of bounded) {
  if (!patterns.has(pattern)) {
    wrong += 1;
    process.stdout.write(`redos/bounded.ts: ${pattern} stands in no source any more\n`);
    continue;
  }
  if (bound.cutBy && !readFileSync(bound.cutBy[0], "utf8").includes(bound.cutBy[1])) {
    wrong += 1;
    process.stdout.write(
      `redos/bounded.ts: ${bound.cutBy.join(" no longer says ")}, which bounds ${pattern}\n`,
    );
  }
  const milliseconds = millisecondsOf(pattern, bound);
  const isSlow = milliseconds > longestMilliseconds;
  wrong += isSlow ? 1 : 0;
  const told = `${milliseconds.toFixed(1).padStart(8)} ms for ${bound.longest} characters: ${pattern}`;
  process.stdout.write(`${told}${isSlow ? `, more than ${longestMilliseconds} ms` : ""}\n`);
}
process.stdout.write(
  `${judged} patterns judged, ${patterns.size - judged} held by a bound, ${wrong} to look at.\n`,
);
process.exitCode = wrong === 0 ? 0 : 1;
