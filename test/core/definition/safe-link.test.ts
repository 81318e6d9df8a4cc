import { expect, test } from "vitest";
import { isSafeLink } from "../../../core/definition/index.ts";

test.each([
  ["https://example.org", true],
  ["HTTP://example.org/a?b=c#d", true],
  ["https://müller.example/über", true],
  ["https://москва.example", true],
  ["https://example.org/\u043f\u0440", true],
  ["mailto:team@example.org", true],
  ["publish-post.mdx", true],
  ["../events/hold-webinar.mdx#topic", true],
  ["/processes/a/", true],
  ["#live", true],
  ["?a=b:c", true],
  ["a/b:c", true],
  ["", true],
  ["javascript:alert(1)", false],
  [" javascript:alert(1)", false],
  ["java\tscript:alert(1)", false],
  ["1javascript:x", false],
  ["data:,x", false],
  ["tel:+41", false],
  ["//example.org", false],
  ["/\\example.org", false],
  ["https://a@b.example", false],
  ["https://:p@b.example", false],
  ["https://", false],
  ["https://ex\u0430mple.org", false],
  ["https://\u0391pple.example", false],
  ["https://a.example/\u202e", false],
])("%j may stand in a handbook: %s", (url, expected) => {
  expect(isSafeLink(url)).toBe(expected);
});
