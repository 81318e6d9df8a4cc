import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readNoteLine, writeNoteLine } from "../../core/note-line.ts";
import { readProposedBy } from "../../core/proposal/index.ts";
import { codeSpan, md, quoted } from "../../core/text/index.ts";

const note = writeNoteLine("proposed-by", "demo-lena");

describe("a note counts on a line of its own, the last one of its kind", () => {
  test.each<[string, string, string | undefined]>([
    ["alone", note, "demo-lena"],
    ["as GitHub keeps it, with other line ends", `Said.\r\n\r\n${note}\r\n`, "demo-lena"],
    ["below one that somebody wrote", `${writeNoteLine("proposed-by", "demo-mira")}\n\n${note}`, "demo-lena"],
    ["in a sentence", `As ${note} says`, undefined],
    ["at the end of a line", `See ${note}`, undefined],
    ["at the beginning of one", `${note} is hidden`, undefined],
    ["quoted", `> ${note}`, undefined],
    ["in a list", `- ${note}`, undefined],
    ["indented as code", `    ${note}`, undefined],
    ["twice on a line", `${note} ${note}`, undefined],
    ["of another kind that begins the same", "<!-- handrail:proposed-by-nobody demo-lena -->", undefined],
    ["without anybody", "<!-- handrail:proposed-by -->", undefined],
    ["with more than a login", "<!-- handrail:proposed-by demo-lena, demo-mira -->", undefined],
    ["nowhere", "", undefined],
  ])("%s", (_, body, login) => {
    expect(readProposedBy(body)).toBe(login);
  });
});

test("what is written is read, and nothing else", () => {
  expect(readNoteLine("merged", writeNoteLine("merged"))).toBe("");
  expect(readNoteLine("asked", writeNoteLine("asked", "a,b refused c"))).toBe("a,b refused c");
  expect(readNoteLine("asked", writeNoteLine("merged"))).toBeUndefined();
});

test("nothing that people type becomes one, however the bot repeats it", () => {
  const typed = fc
    .array(fc.constantFrom(note, "\n", "\r\n", "> ", "```", "<!-- ", " -->", "handrail:", "x", "`", "\\"))
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(typed, (words) => {
      const body = [md`${words}`, md`${quoted(words)}`, md`Said: ${words}`, codeSpan(words)];
      for (const { text } of body) expect(readProposedBy(`${text}\n\nAfter.`)).toBeUndefined();
    }),
  );
});
