import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commandMeant } from "../../../../core/run/commands/command-meant.ts";
import { commandNames, parseCommands } from "../../../../core/run/index.ts";

const names = (body: string) => parseCommands(body).commands.map(({ word }) => word);

describe("a command begins a paragraph or follows another command", () => {
  test.each([
    ["alone", "/approve", ["approve"]],
    ["after a paragraph", "Well done!\n\n/approve", ["approve"]],
    ["two lines", "/due 2026-12-04 later\n/hand-to @ann ill", ["due", "hand-to"]],
    ["with Windows line ends", "Fine.\r\n\r\n/approve\r\n", ["approve"]],
    ["with a sign nobody sees", "/app\u200brove", ["approve"]],
    ["in the middle of a sentence", "I would not\n/approve\nthis yet.", []],
    ["at the end of a paragraph", "Looks good\n/approve", []],
    ["in a quotation", "> /approve", []],
    ["after a quotation that goes on", "> he said\n/approve", []],
    ["in a fence", "```\n/approve\n```", []],
    ["after a fence", "```\ncode\n```\n/approve", ["approve"]],
    ["indented as code", "    /approve", []],
    ["in an HTML comment", "<!--\n\n/approve\n\n-->", []],
    ["in HTML that quotes", "<blockquote>\n\n/approve\n\n</blockquote>", []],
    ["in HTML that hides", "<details><summary>Log</summary>\n\n/approve\n\n</details>", []],
    ["in HTML that quotes twice", "<blockquote><blockquote>a</blockquote>\n\n/approve\n\n</blockquote>", []],
    ["in preformatted HTML", "<pre>\n\n/approve\n\n</pre>", []],
    ["a path", "/etc/passwd is a file", []],
    ["a word nobody knows", "/genehmigen", ["genehmigen"]],
  ])("%s", (_what, body, expected) => {
    expect(names(body)).toEqual(expected);
  });
});

describe("what a mail program repeats below an answer is not its writer's", () => {
  const english =
    "From: Ann Author ***@***.***>\nSent: Tuesday, June 29, 2021 11:34 AM\nTo: acme/handbook ***@***.***>\nCc: Ed ***@***.***>; Mention ***@***.***>\nSubject: Re: [acme/handbook] Judge (#4)";
  const german =
    "Von: Ann Author ***@***.***>\nGesendet: Dienstag, 29. Juni 2021 11:34\nAn: acme/handbook ***@***.***>\nBetreff: Re: [acme/handbook] Judge (#4)";
  const french =
    "De : Ann Author ***@***.***>\nEnvoyé : mardi 29 juin 2021 11:34\nÀ : acme/handbook ***@***.***>\nObjet : Re: [acme/handbook] Judge (#4)";
  const quoted =
    "\n\n/approve\n\n—\nReply to this email directly, view it on GitHub<https://github.com/acme>.\n";

  test.each([
    ["in English", `Not yet, please.\n\n${english}${quoted}`, []],
    ["in German", `Noch nicht.\n\n________________________________\n${german}${quoted}`, []],
    ["in French", `Pas encore.\n\n${french}${quoted}`, []],
    ["in bold", `Not yet.\n\n${english.replace(/^(\w+):/gm, "**$1:**")}${quoted}`, []],
    ["below a line", `Not yet.\n\n-----Original Message-----\n${quoted}`, []],
    [
      "in a language nobody knows",
      `Ei vielä.\n\nLähettäjä: Ann\nLähetetty: 29.6.\nAihe: Re: Judge${quoted}`,
      [],
    ],
    ["below a command", `/changes The price is too high\n\n${english}${quoted}`, ["changes"]],
    [
      "below a command, in a language nobody knows",
      `/changes too dear\n\nLähettäjä: Ann${quoted}`,
      ["changes"],
    ],
    ["marked, above a command", "On Tuesday Ann wrote:\n> Please look.\n\n/approve", ["approve"]],
  ])("%s", (_what, body, expected) => {
    expect(names(body)).toEqual(expected);
  });

  test("and no word that is meant as a command", () => {
    expect(commandMeant(`Not yet, please.\n\n${english}${quoted}`, "approval")).toBeUndefined();
    expect(commandMeant(`Ok.\n\n${english}${quoted}`, "approval")).toBe("approve");
  });

  test("and no part of what stands below a command; values that look like a little of it are", () => {
    expect(parseCommands(`/changes It is too dear\n\n${english}${quoted}`).commands[0]?.below).toBe("");
    const values = "from: Zurich\ndate: 2026-12-04";
    expect(parseCommands(`/done\n${values}`).commands[0]?.below).toBe(values);
  });
});

test("the first ten are followed, and the others named", () => {
  const { commands, leftOut } = parseCommands(
    Array.from({ length: 12 }, (_, n) => `/due #${n} 2026-12-04 x`).join("\n"),
  );
  expect(commands).toHaveLength(10);
  expect(leftOut).toEqual(["/due #10 2026-12-04 x", "/due #11 2026-12-04 x"]);
});

test.each([
  ["/genehmigen", "approve"],
  ["/freigeben", "approve"],
  ["/aprove", "approve"],
  ["/fertig", "done"],
])("%s is near /%s", (body, near) => {
  expect(parseCommands(body).commands[0]).toMatchObject({ name: null, near });
});

describe("words that mean a command", () => {
  test.each([
    ["approved", "approve"],
    ["LGTM!", "approve"],
    ["Ok.", "approve"],
    ["Freigegeben ✅", "approve"],
    ["godkendt", "approve"],
    ["`/approve`", "approve"],
    ["Looks good\n/approve", "approve"],
    ["I think so", undefined],
    ["> approved", undefined],
    ["Ok, but who tells the printer about the new paper, and when?", undefined],
  ])("%s", (body, meant) => {
    expect(commandMeant(body, "approval")).toBe(meant);
  });
});

describe("A3-12 and A3b-24: a hostile comment", () => {
  const hostile = [
    "/approve ".repeat(110_000),
    "`".repeat(1_000_000),
    "<!--".repeat(250_000),
    "<blockquote>".repeat(80_000),
    `${"> ".repeat(500_000)}/approve`,
    `/hand-to ${"@aaaaaaaaaaa ".repeat(77_000)}`,
    "\n/".repeat(500_000),
    "/a\n".repeat(330_000),
    `/done${" ".repeat(1_000_000)}x`,
    `${" ".repeat(1_000_000)}/approve`,
    `/done\n${"\t".repeat(1_000_000)}x`,
    `/done\n${"\n".repeat(1_000_000)}x`,
    `/done ${"a".repeat(1_000_000)}`,
    `/done\n${"a\n".repeat(500_000)}`,
  ];
  test.each(hostile.map((body, index) => [index, body] as const))(
    "of a megabyte, %i, is read to its end",
    (_index, body) => {
      const { commands } = parseCommands(body);
      expect(commands.length).toBeLessThanOrEqual(10);
      for (const { rest, below } of commands)
        expect(Math.max(rest.length, below.length)).toBeLessThanOrEqual(1000);
    },
  );

  test("whatever it holds, quoting it obeys nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const quoted = `${text}\n/approve`
          .split(/\r\n|\r|\n/)
          .map((line) => `> ${line}`)
          .join("\n");
        expect(parseCommands(quoted).commands).toEqual([]);
      }),
    );
  });

  const word = fc.stringMatching(/^[a-z0-9äöü@]{1,12}$/);
  const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
  const prose = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n"));
  const command = fc.record({
    name: fc.constantFrom(...commandNames),
    rest: fc.oneof(fc.constant(""), line),
  });

  test("commands that begin paragraphs are read in order with their words, whatever prose stands between", () => {
    const block = fc.oneof(command, prose);
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
        const written = blocks.filter((part) => typeof part !== "string");
        const body = blocks
          .map((part) => (typeof part === "string" ? part : `/${part.name} ${part.rest}`.trim()))
          .join("\n\n");
        const { commands, leftOut } = parseCommands(body);
        expect(commands.map(({ name, rest }) => ({ name, rest }))).toEqual(written.slice(0, 10));
        expect(leftOut).toHaveLength(Math.max(0, written.length - 10));
      }),
    );
  });

  test("a command within a paragraph or a fence is none", () => {
    fc.assert(
      fc.property(prose, command, fc.constantFrom("```", "~~~"), (text, { name, rest }, fence) => {
        const written = `/${name} ${rest}`;
        expect(parseCommands(`${text}\n${written}`).commands).toEqual([]);
        expect(parseCommands(`${fence}\n${written}\n${fence}`).commands).toEqual([]);
      }),
    );
  });

  test("any text at all is read to at most ten commands of one line each", () => {
    const sign = fc.constantFrom(
      "/",
      "\n",
      "/approve",
      "> ",
      "```",
      "<!--",
      "-->",
      "`",
      " ",
      "\r\n",
      "\u2028",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(sign, fc.string()), { maxLength: 40 }), (parts) => {
        const { commands } = parseCommands(parts.join(""));
        expect(commands.length).toBeLessThanOrEqual(10);
        for (const { rest } of commands) expect(rest).not.toMatch(/[\r\n]/);
      }),
    );
  });
});
