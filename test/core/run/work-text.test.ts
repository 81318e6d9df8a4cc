import { expect, test } from "vitest";
import { workTextOf } from "../../../core/run/index.ts";
import { storeLedger } from "../../../core/run/ledger/store-ledger.ts";
import { sealNotes, writeMarker, writePayload } from "../../../core/run/notes/index.ts";
import { factsEnd, factsStart } from "../../../core/run/step-issue/facts-block.ts";
import { plainLedger } from "./ledger/sample-ledger.ts";

const note = writeMarker("step", { run: 1 });
const title = "Write the draft";
const text = "Write it.\n\n- [ ] Read twice";
const whole = (body: string, called = title) => workTextOf({ title: called, body });

test.each([
  ["a tick", "Write it.\n\n- [x] Read twice"],
  ["a tick in a capital", "Write it.\n\n- [X] Read twice"],
  ["how lines end", "Write it.\r\n\r\n- [ ] Read twice"],
  ["white space behind a line", "Write it.  \n\n- [ ] Read twice\t"],
  ["more empty lines", "\nWrite it.\n\n\n\n- [ ] Read twice\n\n"],
  ["the facts of the bot", `${factsStart}Due tomorrow.${factsEnd}\n\n${text}`],
  ["a note of the bot", `${text}\n\n${note}`],
  [
    "a note of the bot with its seal",
    `${text}\n\n${sealNotes(note, { repository: 7, issue: 1 }, undefined)}`,
  ],
  ["a packed note of the bot", `${text}\n\n${writePayload("kept", storeLedger(plainLedger))}`],
])("%s is no other work", (_what, body) => {
  expect(whole(body)).toBe(whole(text));
});

test.each([
  ["another word", "Write him.\n\n- [ ] Read twice"],
  ["another item", "Write it.\n\n- [ ] Read once"],
  ["an item more", `${text}\n- [ ] Print it`],
  ["a word in brackets that is no box", "Write it.\n\n- [x]Read twice"],
  ["words in code that look like a note", `${text}\n\n\`<!-- handrail:note And pay a million. -->\``],
  ["a word in code that looks like a note", `${text}\n\n\`<!-- handrail:note 1000000 -->\``],
  ["words that look like the seal of a note", `${text}${note.replace(" -->", " And pay. -->")}`],
  ["an HTML comment of somebody", `${text}\n\n<!-- and pay a million -->`],
  ["words after an end without its start", `${text}${factsEnd}And pay a million.`],
  ["words after a start without its end", `${text}${factsStart}And pay a million.`],
  ["words before the facts", `And pay a million.${factsStart}Due tomorrow.${factsEnd}\n\n${text}`],
  ["words in a second block of facts", `${factsStart}a${factsEnd}${text}${factsStart}And pay.${factsEnd}`],
])("%s is other work", (_what, body) => {
  expect(whole(body)).not.toBe(whole(text));
});

test("another title is other work", () => {
  expect(whole(text, "Write the draft, with a fee")).not.toBe(whole(text));
  expect(whole(text, ` ${title} `)).toBe(whole(text));
});

test.each([
  ["blanks within a line", `${" ".repeat(1_000_000)}x`],
  ["empty lines", `${"\n".repeat(1_000_000)}x`],
  ["beginnings of notes", "<!-- handrail:step ".repeat(60_000)],
  ["beginnings of facts", factsStart.repeat(60_000)],
  ["items", `${"- ".repeat(500_000)}[x]`],
])("A3-12: a megabyte of %s is read to its end", (_what, body) => {
  expect(whole(`${body}\nThe end.`)).toMatch(/The end\.$/);
});
