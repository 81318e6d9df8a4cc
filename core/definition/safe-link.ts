/**
 * Whether a link may stand in a handbook: `https:`, `http:` or `mailto:`, or a path or anchor without a scheme.
 * A browser drops control characters and white space before it reads a scheme, so a link that holds any is refused,
 * and so are addresses that hide their host: `//host`, a backslash, or a name before `@`.
 */
export function isSafeLink(url: string): boolean {
  if (/[\p{Cc}\p{Cf}\s\\]/u.test(url) || url.startsWith("//")) return false;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined) return !/^[^/?#]*:/.test(url);
  if (scheme === "mailto") return true;
  if (scheme !== "https" && scheme !== "http") return false;
  const address = URL.parse(url);
  return address !== null && address.username === "" && address.password === "";
}
