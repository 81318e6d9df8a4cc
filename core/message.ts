import leven from "leven";
import { beginningOf } from "./beginning-of.ts";

/** `a`, `b` or `c`, each in code marks; nothing for an empty list. */
export function codeList(words: readonly string[], most = 12): string {
  const shown = words.slice(0, most).map((word) => code(word));
  if (words.length > most) shown.push(`${words.length - most} more`);
  if (shown.length < 2) return shown.join("");
  return `${shown.slice(0, -1).join(", ")} or ${shown[shown.length - 1]}`;
}

/** A word in code marks, cut to a length that fits a line, with what could break the line made visible. */
export function code(word: unknown, most = 60): string {
  const text = typeof word === "string" ? word : (JSON.stringify(word) ?? String(word));
  const shown = visible(text).replaceAll("`", "'");
  return `\`${shown.length > most ? `${beginningOf(shown, most)}…` : shown}\``;
}

/** A text in which characters that cannot be seen, break a line or steer a terminal are written as `\u{…}`. */
export function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}

/**
 * The expected word that is nearest to what was written, or nothing when none is near enough
 * (at most a third of its letters differ, and at most three). Two letters in the wrong order differ as one. Of an id, some
 * of its words are enough where no other id has them: `publish-blog` is near to `publish-blog-post`.
 */
export function nearest(written: string, expected: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  const wanted = written.toLowerCase().slice(0, 80);
  for (const word of expected) {
    const allowed = Math.min(3, Math.floor(Math.max(word.length, 3) / 3));
    if (Math.abs(word.length - wanted.length) > allowed) continue;
    const distance = distanceBetween(wanted, word.toLowerCase());
    if (distance <= allowed && distance < bestDistance) {
      best = word;
      bestDistance = distance;
    }
  }
  return best ?? wholeOf(wanted, expected);
}

/** The only id that has all the words of a shorter one, side by side. */
function wholeOf(written: string, expected: Iterable<string>): string | undefined {
  if (!/^[a-z0-9-]{3,}$/.test(written)) return undefined;
  const [whole, another] = [...expected].filter((id) => `-${id}-`.includes(`-${written}-`));
  return another === undefined ? whole : undefined;
}

function distanceBetween(a: string, b: string): number {
  const first = [...a].findIndex((letter, index) => letter !== b[index]);
  const swapped = a.slice(0, first) + (a[first + 1] ?? "") + (a[first] ?? "") + a.slice(first + 2);
  return first >= 0 && swapped === b ? 1 : leven(a, b);
}

/**
 * The message for a word that is not one of those expected.
 * `what` names its kind ("role"), `remedy` says what else to do when no near word exists.
 */
export function unexpectedWord(
  what: string,
  written: string,
  expected: readonly string[],
  remedy: string,
): string {
  const near = nearest(written, expected);
  const choice = expected.length > 0 ? `, expected one of ${codeList(expected)}` : "";
  const hint = near === undefined ? remedy : `did you mean ${code(near)}?`;
  return `Unexpected ${what} ${code(written)}${choice}; ${hint}`;
}
