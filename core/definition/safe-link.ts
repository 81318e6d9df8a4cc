/**
 * Whether a link may stand in a handbook: `https:`, `http:` or `mailto:`, or a path or anchor without a scheme.
 * A browser drops control characters and white space before it reads a scheme, so a link that holds any is refused,
 * and so are addresses that hide their host: `//host`, a backslash, a name before `@`, or letters of two scripts that
 * look alike.
 */
export function isSafeLink(url: string): boolean {
  if (/[\p{Cc}\p{Cf}\s\\]/u.test(url) || url.startsWith("//")) return false;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined) return !/^[^/?#]*:/.test(url);
  if (scheme === "mailto") return true;
  if (scheme !== "https" && scheme !== "http") return false;
  const address = URL.parse(url);
  return address !== null && address.username === "" && address.password === "" && !isDisguised(url);
}

/** Whether a part of the host mixes Latin letters with those of scripts that have letters of the same looks. */
function isDisguised(url: string): boolean {
  const host = /^[a-z]+:\/*([^/?#]*)/i.exec(url)?.[1] ?? "";
  return host
    .split(".")
    .some((part) => /\p{Script=Latin}/u.test(part) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(part));
}
