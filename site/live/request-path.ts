/**
 * The path that a request asks for, under a base path and decoded: `processes/x/`. Nothing where it is not under the
 * base, or the request names no path at all.
 */
export function requestPath(target: string | undefined, base: string): string | undefined {
  const path = (target ?? "").split(/[?#]/, 1)[0] ?? "";
  if (!path.startsWith(base)) return undefined;
  try {
    return decodeURIComponent(path.slice(base.length));
  } catch {
    return undefined;
  }
}
