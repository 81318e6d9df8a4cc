import { deflateRawSync, deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { packJson, unpack } from "../../../../core/run/ledger/pack.ts";

const most = 1_000_000;
const json = (length: number) => JSON.stringify("a".repeat(length - 2));
/** Random letters pack badly: many slices of packed bytes. */
const noise = Array.from({ length: 60_000 }, (_, index) =>
  ((index * 7919 + (index >> 3) * 104_729) % 65_521).toString(36),
).join("");
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

test.each([
  ["a word", '"a"'],
  ["letters of every kind", '{"ä":"日本 😀"}'],
  ["much that does not pack", JSON.stringify(noise)],
  ["the longest there is", json(most)],
])("%s comes back as it was", (_what, text) => {
  expect(JSON.stringify(unpack(packJson(text)))).toBe(text);
});

test("much that is alike becomes short", () => {
  expect(packJson(json(20_000)).length).toBeLessThan(100);
});

test.each([
  ["one character too many", base64(deflateRawSync(json(most + 1), { level: 9 })), RangeError],
  ["what is no JSON", packJson("{"), SyntaxError],
  ["letters that are none", base64(deflateRawSync(Uint8Array.of(0x22, 0xff, 0x22))), TypeError],
  ["what is no base64", "%%%", Error],
  ["another way of packing", base64(deflateSync("[]")), Error],
  ["half of what was packed", packJson(JSON.stringify(noise)).slice(0, 4000), Error],
])("%s is refused", (_what, packed, error) => {
  expect(() => unpack(packed)).toThrow(error);
});

test("a text that swells beyond any ledger is refused, and the mistake says so", () => {
  expect(() => unpack(packJson(JSON.stringify("x".repeat(1_000_000))))).toThrow(
    "The packed text is too large.",
  );
});
