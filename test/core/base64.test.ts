import fc from "fast-check";
import { expect, test } from "vitest";
import { fromBase64, toBase64 } from "../../core/base64.ts";

test("any bytes come back from their text, which is the one that Node's Buffer makes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }),
  );
});

test("more bytes than a call may have arguments", () => {
  const bytes = new Uint8Array(300_000).fill(7);
  expect(fromBase64(toBase64(bytes))).toEqual(bytes);
});

test.each(["a", "ä", "ab=c", "-_-_"])("%s is no base64", (text) => {
  expect(() => fromBase64(text)).toThrow();
});
