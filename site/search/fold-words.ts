const word = /[\p{L}\p{N}]+(?:[-‐‑–'’&/.][\p{L}\p{N}]+)*/gu;
const shortestPart = 3;

/**
 * The words of a text as they are compared: small letters without accents, and without the ending that makes a plural
 * or another form of a verb. What hyphens join counts as one word and as its parts: `blog-post` gives `blogpost`,
 * `blog` and `post`, and `e-mail` gives `email` and `mail`. A text without words gives none.
 */
export function foldWords(text: string): string[] {
  return plainWordsOf(text).flatMap(({ whole, parts }) =>
    parts.length === 0 ? [withoutEnding(whole)] : [whole, ...parts].map(withoutEnding),
  );
}

/** A word of a text: in small letters without accents, and the parts of it that hyphens join, where they are words. */
export interface PlainWord {
  /** As it was written. */
  readonly written: string;
  readonly whole: string;
  /** Empty for a word without hyphens. */
  readonly parts: readonly string[];
}

/** The words of a text in order. */
export function plainWordsOf(text: string): PlainWord[] {
  const written = text.match(word) ?? [];
  return written.map((each) => {
    const parts = plain(each).split(/[^\p{L}\p{N}]+/u);
    return {
      written: each,
      whole: parts.join(""),
      parts: parts.length === 1 ? [] : parts.filter((part) => part.length >= shortestPart),
    };
  });
}

/** Letters that are more than a letter with an accent. */
const letters: Readonly<Record<string, string>> = { ß: "ss", æ: "ae", ø: "o", ł: "l", đ: "d" };

function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[ßæøłđ]/g, (letter) => letters[letter] ?? letter);
}

/**
 * A plain word without its ending, so that `approves`, `approved` and `approving` are one. What is left need not be a
 * word. Short words, and those that only look as if they had an ending, stay as they are.
 */
export function withoutEnding(whole: string): string {
  if (whole.length < 4 || !/^[a-z]+$/.test(whole) || whole === "news") return whole;
  const singular = whole
    .replace(/ies$/, "y")
    .replace(/(ss|sh|ch|x|z)es$/, "$1")
    .replace(/([^aious])s$/, "$1");
  const stem = /^([^aeiouy]*[aeiouy].*)(?:ing|ed)$/.exec(singular)?.[1] ?? "";
  const verb = stem.length >= 3 ? stem.replace(/([^aeioulsz])\1$/, "$1") : singular;
  return verb.length >= 4 ? verb.replace(/e$/, "") : verb;
}
