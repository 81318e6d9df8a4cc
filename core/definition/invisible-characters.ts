import type { Finding } from "./finding.ts";

const most = 20;

/** Zero-width and direction-changing characters, invisible operators, fillers and the tag block. */
const invisible =
  /[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u115f\u1160\u3164\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Where characters stand that nobody can see, or that turn the text around them; the first twenty of a file. */
export function invisibleFindings(text: string): Finding[] {
  const findings: Finding[] = [];
  // Texts in Latin letters without typographic signs hold none, and that is quickly seen.
  if (!/[\u115f-\uffff]|&[#lrzZN]/.test(text)) return findings;
  for (const hidden of [invisibleCharacters(text), invisibleEntities(text)]) {
    for (const { index, character } of hidden) {
      if (findings.length >= most) return findings;
      findings.push(findingAt(index, character, text));
    }
  }
  return findings;
}

/** Whether a reader sees all of a text: no character in it is invisible, turns others or is only half there. */
export function isAllVisible(text: string): boolean {
  return text.isWellFormed() && invisibleCharacters(text).next().done === true;
}

const namedEntities: Readonly<Record<string, string>> = {
  lrm: "\u200e",
  rlm: "\u200f",
  zwj: "\u200d",
  zwnj: "\u200c",
  ZeroWidthSpace: "\u200b",
  NoBreak: "\u2060",
};

/** The same characters as HTML writes them, which Markdown understands: `&#x202e;`. */
function* invisibleEntities(text: string): Generator<{ index: number; character: string }> {
  for (const { 1: name = "", index } of text.matchAll(/&(#x?[\da-f]{1,7}|[a-z]{3,14});/gi)) {
    const number = name.startsWith("#") ? Number(name.replace(/^#x/i, "0x").replace("#", "")) : undefined;
    const character =
      number === undefined
        ? Object.hasOwn(namedEntities, name) && namedEntities[name]
        : number <= 0x10ffff && String.fromCodePoint(number);
    if (character && character.replace(invisible, "") === "") yield { index, character };
  }
}

function* invisibleCharacters(text: string): Generator<{ index: number; character: string }> {
  for (const { 0: character, index } of text.matchAll(invisible)) {
    const last = text.slice(Math.max(0, index - 4), index);
    const next = text.slice(index + character.length, index + character.length + 4);
    if (!isPartOfEmoji(character, last, next)) yield { index, character };
  }
}

/** Emoji are built with joiners between pictures, and flags of regions with tags after a black flag. */
function isPartOfEmoji(character: string, last: string, next: string): boolean {
  const previous = [...last].at(-1) ?? "";
  const following = [...next][0] ?? "";
  if (character === "\u200d") return isPicture(previous) && isPicture(following);
  const isTag = (text: string) => text >= "\u{e0020}" && text <= "\u{e007f}";
  return isTag(character) && (previous === "\u{1f3f4}" || isTag(previous));
}

/** A picture, or a sign that changes the colour or kind of the picture before it. */
function isPicture(character: string): boolean {
  return /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Variation_Selector}/u.test(character);
}

function findingAt(index: number, character: string, text: string): Finding {
  const before = text.slice(0, index).split("\n");
  const name = `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`;
  return {
    problemId: "invisible-character",
    line: before.length,
    column: (before.at(-1) ?? "").length + 1,
    message: `Unexpected invisible character ${name}, expected text that shows all it says; delete it: put the cursor after it and press backspace once.`,
  };
}
