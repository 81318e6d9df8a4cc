import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defineHandbook, type HandbookFiles, parseHandbook } from "../../../core/definition/index.ts";
import { checkHandbook, exampleHandbook } from "../../../core/rules/index.ts";
import { shippedFiles } from "../../builders.ts";
import { hostileCases } from "../../fixtures/hostile/index.ts";
import { tries } from "../../tries.ts";
import { isWithin } from "./place-in-file.ts";

/** Reads and checks the files; every problem must stand within its file, and what passes must be usable. */
function holds(files: HandbookFiles): void {
  const parsed = parseHandbook(files);
  const problems = checkHandbook(parsed);
  for (const problem of problems) {
    if (!isWithin(problem, files)) expect.unreachable(JSON.stringify(problem));
    expect(problem.message).not.toBe("");
  }
  const broken = new Set(problems.filter(({ severity }) => severity === "error").map(({ file }) => file));
  defineHandbook(parsed, (path) => !broken.has(path));
}

const shipped = shippedFiles();
const sound = exampleHandbook({});
const processPath = "content/example.mdx";
const paths = fc.constantFrom(processPath, "handbook.yml", "roles.yml", "absences.yml");
const real = [...shipped.values()].filter((text) => text.length < 20_000);

/** Signs and words that mean something to YAML, Markdown or MDX. */
const signs = fc.constantFrom(
  ..."---|\n---\n|\n|: |- |[|]|{|}|<|>|<Note>|</Note>|`|```|#|## |*|&|!|!!js/function|<<: |%|@|\\|\"|'|\t|\0|\r|\ufeff|\u202e|\u200b|\ud800|null|~|true|-1|1e9|0x1|../|__proto__: |constructor|steps:|after: |when: |due: |javascript:|](|import x from 'y'|export const a = 1|2026-02-30|+5bd|  ".split(
    "|",
  ),
);
const soup = fc
  .array(fc.oneof(signs, fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 40 })
  .map((parts) => parts.join(""));
/** A real file of which a stretch is replaced by something else. */
const bent = fc
  .tuple(
    fc.constantFrom(...real),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.nat({ max: 60 }),
    fc.oneof(signs, soup),
  )
  .map(([text, at, length, inserted]) => {
    const start = Math.floor(at * text.length);
    return text.slice(0, start) + inserted + text.slice(start + length);
  });
/** Two real or hostile files, cut and put together. */
const torn = fc
  .tuple(fc.constantFrom(...real), fc.constantFrom(...real), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(
    ([first, second, at]) =>
      first.slice(0, Math.floor(at * first.length)) + second.slice(Math.floor(at * second.length)),
  );

const check = (texts: fc.Arbitrary<string>, numRuns: number) =>
  fc.assert(
    fc.property(paths, texts, (path, text) => holds(new Map([...sound, [path, text]]))),
    { numRuns: tries(numRuns) },
  );

describe("whatever a file holds, reading and checking it ends with problems that have a place", () => {
  test("bytes", () => {
    check(
      fc.uint8Array({ maxLength: 400 }).map((bytes) => new TextDecoder().decode(bytes)),
      1000,
    );
  });

  test("signs that mean something", () => check(soup, 1500));

  test("front matter of such signs", () => {
    check(
      soup.map((text) => `---\n${text}\n---\n`),
      1500,
    );
  });

  test("bodies of such signs", () => {
    const [head = ""] = (sound.get(processPath) ?? "").split(/(?<=\n---\n)/, 1);
    fc.assert(
      fc.property(soup, (text) => holds(new Map([...sound, [processPath, `${head}\n${text}`]]))),
      { numRuns: tries(1500) },
    );
  });

  test("real files, bent", () => check(bent, 600));

  test("real files, torn apart and put together", () => check(torn, 300));

  test("hostile files, bent", () => {
    const texts = hostileCases.flatMap(({ example }) => exampleHandbook(example).get(processPath) ?? []);
    const short = texts.filter((text) => text.length < 4000);
    check(
      fc
        .tuple(fc.constantFrom(...short), fc.nat({ max: 4000 }), signs)
        .map(([text, at, sign]) => text.slice(0, at) + sign + text.slice(at)),
      600,
    );
  });

  test("any names of files", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(soup, soup), { maxLength: 4 }), (files) =>
        holds(new Map(files.map(([path, text]) => [`${path}.mdx`, text]))),
      ),
      { numRuns: tries(300) },
    );
  });
});
