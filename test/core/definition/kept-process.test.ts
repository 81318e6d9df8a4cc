import fc from "fast-check";
import { expect, test } from "vitest";
import {
  keptProcess,
  keptProcessSchema,
  type ParsedProcess,
  parseProcess,
  restoredProcess,
} from "../../../core/definition/index.ts";
import { exampleHandbook, rules } from "../../../core/rules/index.ts";
import { shippedFiles } from "../../builders.ts";
import { hostileCases } from "../../fixtures/hostile/index.ts";
import { tries } from "../../tries.ts";

const examples = rules.flatMap(({ examples }) =>
  examples.flatMap(({ wrong, right }) => [wrong, right].map((files) => exampleHandbook(files))),
);
const texts = new Set(
  [shippedFiles(), ...examples, ...hostileCases.map(({ example }) => exampleHandbook(example))].flatMap(
    (files) => [...files].flatMap(([path, text]) => (path.endsWith(".mdx") ? [text] : [])),
  ),
);

/** The same process, with places where functions give them. */
const plain = ({ frontMatter: { value, findings, ...places }, ...rest }: ParsedProcess) => ({
  ...rest,
  frontMatter: { value, findings },
  places: [[], ["title"], ["steps"], ["steps", 0], ["steps", 0, "title"], ["nothing"]].map((path) => [
    places.positionOf(path),
    places.keyPositionOf(path),
  ]),
});

function holds(text: string): void {
  const source = { path: "content/example.mdx", text };
  const kept = keptProcessSchema.parse(JSON.parse(JSON.stringify(keptProcess(parseProcess(source)))));
  expect(plain(restoredProcess(source, kept))).toEqual(plain(parseProcess(source)));
}

test("a process that was kept is what parsing its text gives, for all that ships, every example and every hostile file", () => {
  expect(texts.size).toBeGreaterThan(100);
  for (const text of texts) holds(text);
});

test("a process that was kept is what parsing gives, whatever is cut out of its text", () => {
  const real = [...texts].filter((text) => text.length < 5000);
  const torn = fc
    .tuple(fc.constantFrom(...real), fc.nat({ max: 5000 }), fc.nat({ max: 60 }))
    .map(([text, from, length]) => text.slice(0, from) + text.slice(from + length));
  fc.assert(fc.property(torn, holds), { numRuns: tries(100) });
});
