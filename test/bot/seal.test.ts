import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keyFromWebhookSecret, sealOf } from "../../bot/seal.ts";
import { openNotes, sealNotes } from "../../core/run/index.ts";

const key = "a-key-of-sixteen-or-more-characters";
const here = { repository: 7, issue: 12 };
const note = "<!-- handrail:status 2.abc+/= -->";
const text = `### Words\n\n${note}`;
const open = (sealed: string, setting: string | undefined = key, place = here) =>
  openNotes(sealed, [place], sealOf(setting));

test("what was sealed opens as it was", () => {
  const sealed = sealNotes(text, here, sealOf(key));
  expect(sealed).not.toBe(text);
  expect(open(sealed)).toEqual({ text, hold: true, doubts: new Map() });
});

test("no character of a signed note can be changed", () => {
  const sealed = sealNotes(text, here, sealOf(key));
  const start = sealed.indexOf("<!-- handrail:status ") + "<!-- handrail:status ".length;
  for (let index = start; index < sealed.length - " -->".length; index += 1) {
    for (const other of ["A", "7", "=", "#"]) {
      if (sealed[index] === other || sealed[index] === " ") continue;
      const changed = sealed.slice(0, index) + other + sealed.slice(index + 1);
      expect(open(changed).hold).toBe(false);
    }
  }
});

test.each([
  ["another issue", { repository: 7, issue: 13 }, "elsewhere"],
  ["another repository", { repository: 8, issue: 12 }, "elsewhere"],
])("a note moved to %s does not hold there", (_where, place, doubt) => {
  const opened = open(sealNotes(text, here, sealOf(key)), key, place);
  expect(opened).toEqual({ text: "### Words\n\n", hold: false, doubts: new Map([["status", doubt]]) });
});

test.each([
  ["signed with another key", sealNotes(text, here, sealOf("another-key-as-long-as-the-first")), "forged"],
  ["without a signature", sealNotes(text, here, undefined), "unsigned"],
  ["of the first version", text, "unsigned"],
])("a note %s does not hold where there is a key", (_what, sealed, doubt) => {
  expect(open(sealed).doubts.get("status")).toBe(doubt);
});

describe("keys", () => {
  const old = "the-old-key-of-this-server";
  const next = "the-new-key-of-this-server";
  test("the first one signs, and all of them are accepted", () => {
    const signedBefore = sealNotes(text, here, sealOf(old));
    expect(open(signedBefore, `${next} ${old}`).hold).toBe(true);
    expect(open(sealNotes(text, here, sealOf(`${next} ${old}`)), old).hold).toBe(false);
  });
  test("the word `unsigned` lets notes from before the key count, but no forged ones", () => {
    expect(open(sealNotes(text, here, undefined), `${next} unsigned`).hold).toBe(true);
    expect(open(sealNotes(text, here, sealOf(old)), `${next} unsigned`).hold).toBe(false);
  });
  test.each([undefined, "", "  "])("none in %j is no seal", (setting) =>
    expect(sealOf(setting)).toBeUndefined(),
  );
  test("a short one is refused", () => expect(() => sealOf("short")).toThrow("expected at least 16"));
  test("without one, a note holds where it belongs", () => {
    const sealed = sealNotes(text, here, undefined);
    expect(openNotes(sealed, [here], undefined).hold).toBe(true);
    expect(openNotes(sealed, [{ repository: 7, issue: 1 }], undefined).hold).toBe(false);
  });
  test("that of a server follows from its webhook secret, and tells nothing of it", () => {
    expect(keyFromWebhookSecret("secret")).toBe(keyFromWebhookSecret("secret"));
    expect(keyFromWebhookSecret("secret")).not.toBe(keyFromWebhookSecret("secrets"));
    expect(keyFromWebhookSecret("secret")).toMatch(/^[0-9a-f]{64}$/);
  });
});

test("any text opens to a text, and sealing twice changes nothing more", () => {
  const piece = fc.constantFrom(
    "<!-- handrail:",
    "status ",
    "facts",
    " -->",
    "2.ab ",
    "7#12 ",
    "-",
    "\n",
    "<!--",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
      const seal = sealOf(key);
      const any = pieces.join("");
      const sealed = sealNotes(any, here, seal);
      expect(sealNotes(sealed, here, seal)).toBe(sealed);
      expect(typeof openNotes(any, [here], seal).text).toBe("string");
    }),
  );
});
